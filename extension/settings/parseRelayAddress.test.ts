// Addresses as people type them.
import { expect, test } from 'vitest';
import { isLoopback, parseRelayAddress } from './parseRelayAddress.ts';

test.each([
  ['relay.example', 'https://relay.example'],
  ['  https://relay.example/console/ ', 'https://relay.example'],
  ['https://relay.example:8443', 'https://relay.example:8443'],
  ['127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787', 'http://localhost:8787'],
])('[AGENT-8] %s is taken as %s', (typed, relay) => {
  expect(parseRelayAddress(typed)).toEqual({ ok: true, relay });
});

test.each([
  ['', 'noAddress'],
  ['   ', 'noAddress'],
  ['javascript:alert(1)', 'noAddress'],
  ['ftp://relay.example', 'noAddress'],
  ['http://relay.example', 'insecureAddress'],
  ['http://localhost.evil.example', 'insecureAddress'],
])('[AGENT-8] %s is refused: %s', (typed, problem) => {
  expect(parseRelayAddress(typed)).toEqual({ ok: false, problem });
});

test('loopback is this machine and no name that merely begins like it', () => {
  expect(isLoopback('http://127.0.0.1:1')).toBe(true);
  expect(isLoopback('https://localhost.evil.example')).toBe(false);
});
