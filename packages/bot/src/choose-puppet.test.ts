import { describe, expect, it } from 'vitest';
import { choosePuppet } from './choose-puppet.ts';

describe('choosePuppet', () => {
  it('says which variables to set when none is', () => {
    const choice = choosePuppet({});
    expect(choice).toMatchObject({ ok: false });
    expect(choice.ok ? '' : choice.say).toContain('WECHATY_PUPPET');
  });

  it('asks for the token of a puppet that cannot log in without one', () => {
    const choice = choosePuppet({ WECHATY_PUPPET: 'wechaty-puppet-service' });
    expect(choice.ok ? '' : choice.say).toContain('WECHATY_PUPPET_TOKEN');
  });

  it('takes a puppet that needs no token', () => {
    expect(choosePuppet({ WECHATY_PUPPET: ' wechaty-puppet-wechat4u ' })).toEqual({
      ok: true,
      puppet: 'wechaty-puppet-wechat4u',
      token: undefined,
    });
  });
});
