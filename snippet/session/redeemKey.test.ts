// Exchanging a key for membership.
import { expect, test } from 'vitest';
import type { SecurityKey } from '../../protocol/ids.ts';
import { redeemKey } from './redeemKey.ts';

const key = '123456789' as SecurityKey;
const answering = (status: number, body: unknown) => () =>
  Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));

test('a good key gives membership', async () => {
  const member = { session: 's', token: 't', agentName: 'Sam', company: 'Acme' };
  const calls: [string, RequestInit | undefined][] = [];
  const redeemed = await redeemKey('https://relay.example', key, (url, init) => {
    calls.push([String(url), init]);
    return answering(200, member)();
  });
  expect(redeemed).toEqual({ ok: true, member });
  expect(calls[0]![0]).toBe('https://relay.example/api/keys/redeem');
  expect(calls[0]![1]).toMatchObject({ method: 'POST', credentials: 'omit' });
});

test.each([
  [404, { problem: 'keyUnknown' }, { is: 'keyUnknown' }],
  [410, { problem: 'keyExpired' }, { is: 'keyExpired' }],
  [
    429,
    { problem: 'tooManyGuesses', retryAfterMs: 9000 },
    { is: 'tooManyGuesses', retryAfterMs: 9000 },
  ],
  [502, '<h1>Bad gateway</h1>', { is: 'relayDown' }],
  [200, 'not json', { is: 'relayDown' }],
])('[CONSENT-6] %d %j is a named problem', async (status, body, problem) => {
  const redeemed = await redeemKey('https://relay.example', key, answering(status, body));
  expect(redeemed).toEqual({ ok: false, problem });
});

test('[CONSENT-6] a relay that is down is one too', async () => {
  const down = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await redeemKey('https://relay.example', key, down)).toEqual({
    ok: false,
    problem: { is: 'relayDown' },
  });
});
