import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './house.mjs';
import { runCommand } from './run-command.mjs';

const FILES = {
  'sources.yaml': '- { id: law, grade: law, title: 证件法, date: 2011-10-29 }\n',
  'authorities.yaml': '- { id: police, name: 示例市公安局 }\n',
  'materials.yaml': '- { id: register, name: 居民户口簿, issuer: 公安机关 }\n',
  'items/identity/card.yaml': `id: card
title: 身份证
name: 身份证
authority: police
checked: { on: 2026-11-20, by: 知识组 }
materials: [{ use: register, source: law }]
examples: [{ name: 补领, given: {}, gives: { materials: [register] } }]
`,
  'places/demo/region.yaml': `id: demo
name: 示例市
hotline: 0000-12345
complaint: 0000-12346
halls:
  - { id: hall, name: 大厅, address: 示例路 1 号, phone: 0000, hours: { weekly: [{ days: [mon], from: '09:00', to: '12:00' }] } }
`,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-knowledge-'));
  for (const [file, text] of Object.entries(FILES)) write(file, text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file, text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function knowledge(...args) {
  return runCommand([process.execPath, join(ROOT, '.ci', 'knowledge.mjs'), ...args], { quiet: true });
}

describe('pnpm knowledge', () => {
  it('check ends well on a sound folder and writes nothing', async () => {
    const { code, output } = await knowledge('check', folder, '--today', '2026-11-22');
    expect(output).toMatch(/^0 个错误，0 个提醒\n1 个事项，版本 [0-9a-f]{12}，规则日期 2026-11-20\n$/);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('check shows place, line and caret of an error and ends with 1', async () => {
    write('items/identity/card.yaml', FILES['items/identity/card.yaml'].replace('source: law', 'source: lav'));
    const { code, output } = await knowledge('check', folder);
    expect(output).toContain(
      `items/identity/card.yaml:6:38  error  unknown-source  没有叫“lav”的来源；您是不是想写“law”？
    materials: [{ use: register, source: lav }]
                                         ^
1 个错误，0 个提醒`,
    );
    expect(code).toBe(1);
  });

  it('check proposes the examples that are missing', async () => {
    const fee = 'questions: [age]\nfees: [{ label: 工本费, amount: 10, when: { age: { gte: 60 } }, source: law }]\n';
    write('questions.yaml', '- { id: age, name: 年龄, ask: 多大？, kind: number, unit: 周岁, min: 0, max: 120 }\n');
    write('items/identity/card.yaml', FILES['items/identity/card.yaml'] + fee);
    const { code, output } = await knowledge('check', folder, '--today', '2026-11-22', '--propose');
    expect(output).toContain(`0 个错误，2 个提醒

# items/identity/card.yaml：接在 examples 后面
  - name: 年龄 60 周岁
    given: { age: 60 }
    gives: { materials: [register], fee: 10, eligible: true }
`);
    expect(code).toBe(0);
  });

  it('check shows what every order of questions costs', async () => {
    const { output } = await knowledge('check', folder, '--today', '2026-11-22', '--orders');
    expect(output).toMatch(/\n事项 +问题 .*\n身份证 +0 +0\.00/);
  });

  it('check judges dates on the day it is told', async () => {
    const { code, output } = await knowledge('check', folder, '--today', '2026-11-19');
    expect(output).toContain('future-date');
    expect(code).toBe(1);
  });

  it('build writes the same file whatever the day', async () => {
    const out = join(folder, 'compiled', 'one.json');
    expect((await knowledge('build', folder, '--out', out)).code).toBe(0);
    const first = readFileSync(out, 'utf8');
    expect((await knowledge('build', folder, '--out', out, '--today', '2027-03-01')).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(first);
    expect(JSON.parse(first).items[0].id).toBe('card');
  });

  it('build leaves the old file alone when the knowledge is broken', async () => {
    write('dist/knowledge.json', 'old');
    write('authorities.yaml', '- { id: police }\n');
    expect((await knowledge('build', folder)).code).toBe(1);
    expect(readFileSync(join(folder, 'dist', 'knowledge.json'), 'utf8')).toBe('old');
  });

  it('makes keys that nobody else reads, and signs every byte of a compiled file with them', async () => {
    const [key, file] = [join(folder, 'city.pem'), join(folder, 'knowledge.json')];
    write('knowledge.json', '{"名":"字"}\n');
    const [, setting] = /^KNOWLEDGE_KEY=(\S+)$/m.exec((await knowledge('keys', key)).output);
    expect(statSync(key).mode & 0o077).toBe(0);
    expect((await knowledge('sign', key, file)).output).toContain(`KNOWLEDGE_KEY=${setting}`);
    const publicKey = createPublicKey({ key: Buffer.from(setting, 'base64'), format: 'der', type: 'spki' });
    const signature = readFileSync(`${file}.sig`, 'utf8');
    expect(signature).toMatch(/^[A-Za-z0-9+/]{86}==\n$/);
    const isSigned = (text) => verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
    expect([isSigned('{"名":"字"}\n'), isSigned('{"名":"宇"}\n')]).toEqual([true, false]);
  });

  it('makes no key over another one, and signs with nothing but a key', async () => {
    write('city.pem', 'a key');
    const tries = [
      await knowledge('keys', join(folder, 'city.pem')),
      await knowledge('sign', join(folder, 'city.pem')),
    ];
    expect(tries.map(({ code }) => code)).toEqual([1, 1]);
    expect(readFileSync(join(folder, 'city.pem'), 'utf8')).toBe('a key');
  });

  it('says how it is used when it is asked for something else', async () => {
    const { code, output } = await knowledge('bake');
    expect(output).toContain('pnpm knowledge check [folder]');
    expect(code).toBe(1);
  });

  it('says so when there is no such folder', async () => {
    const { code, output } = await knowledge('check', join(folder, 'nowhere'));
    expect(output).toContain('cannot be read');
    expect(code).toBe(1);
  });
});
