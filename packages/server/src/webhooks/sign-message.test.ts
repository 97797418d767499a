import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signMessage } from './sign-message.ts';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('the example of the Standard Webhooks specification gets its signature', () => {
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: 1_614_265_330_999, body: '{"test": 2432232314}' };
  expect(signMessage(message, [SECRET])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('with two secrets there are two signatures, each of the whole message', () => {
  const secrets = [SECRET, `whsec_${Buffer.alloc(32, 7).toString('base64')}`];
  const signed = signMessage({ id: 'msg_1_1', at: 5000, body: '{"名":"字"}' }, secrets);
  const expected = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(6), 'base64');
    return `v1,${createHmac('sha256', key).update('msg_1_1.5.{"名":"字"}').digest('base64')}`;
  });
  expect(signed['webhook-signature']).toBe(expected.join(' '));
});
