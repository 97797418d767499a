import { describe, expect, test } from 'vitest';
import { canonicalJson, hashOfJson } from './canonical-json.ts';

// The vectors of RFC 8785.
describe('canonical JSON', () => {
  test('writes literals, numbers and strings as section 3.2.2 does', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts keys by UTF-16 units as section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = Object.keys(
      JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [`k${key}`, 0])))) as object,
    );
    expect(sorted.map((key) => key.slice(1))).toEqual([
      '\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as appendix B does: %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  test('leaves out what is undefined, and is the same whatever order the keys came in', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: '' })).toBe('{"a":"","b":[{"d":1}]}');
    expect(canonicalJson({ a: '', b: [{ d: 1 }] })).toBe(canonicalJson({ b: [{ d: 1 }], a: '' }));
  });

  test.each([[undefined], [Number.NaN], [Infinity]])('refuses %s, which is no JSON', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  test('has the SHA-256 of its UTF-8 bytes', () => {
    // echo -n '{"a":"证"}' | sha256sum
    expect(hashOfJson(canonicalJson({ a: '证' }))).toBe(
      '5f5352cad76fcbd375e68487c91c6349b1935e33bdb980638d91e94a0e8308bb',
    );
  });
});
