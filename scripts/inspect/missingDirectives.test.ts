// What a Content-Security-Policy lacks.
import { expect, test } from 'vitest';
import { missingDirectives } from './missingDirectives.ts';

const relay = { origin: 'https://relay.example', hasNonce: false };
const added = (policies: readonly string[], hasNonce = false) =>
  missingDirectives(policies, { ...relay, hasNonce }).map(
    ({ directive, add }) => `${directive} ${add}`,
  );

const script = 'script-src https://relay.example';
const connect = 'connect-src https://relay.example wss://relay.example';

test('[INSPECT-5] what a policy lacks for script and line is named', () => {
  expect(added([])).toEqual([]);
  expect(added(["default-src 'self'"])).toEqual([script, connect]);
  expect(added(["img-src 'self'"])).toEqual([]);
  expect(added(['default-src *'])).toEqual([]);
  expect(added([`${script}; ${connect}`])).toEqual([]);
  expect(added(['script-src *.example; connect-src https:'])).toEqual([
    'connect-src wss://relay.example',
  ]);
  expect(added(["script-src 'self', connect-src 'none'"])).toEqual([script, connect]);
  expect(added(['script-src *', "script-src 'none'"])).toEqual([script]);
  expect(added(['script-src https://relay.example:444 http://other.example'])).toEqual([script]);
});

test('[INSPECT-5] strict-dynamic passes what bears the nonce alone', () => {
  const strict = "script-src 'strict-dynamic' 'nonce-abc' https:";
  expect(added([strict])).toEqual(['script-src the page’s nonce, on the script element']);
  expect(added([strict], true)).toEqual([]);
});
