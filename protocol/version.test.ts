// The version, as it stands in an address.
import { expect, test } from 'vitest';
import { judgeVersion, PROTOCOL_VERSION } from './version.ts';

test('[ADMIT-4] this version is supported, another one names the side that is to be updated', () => {
  expect(judgeVersion(String(PROTOCOL_VERSION))).toBe('supported');
  expect(judgeVersion(String(PROTOCOL_VERSION - 1))).toBe('participantTooOld');
  expect(judgeVersion(String(PROTOCOL_VERSION + 1))).toBe('relayTooOld');
  for (const text of [null, '', ' 1', '1 ', '-1', '1.0', 'x', '12345']) {
    expect(judgeVersion(text)).toBe('unreadable');
  }
});
