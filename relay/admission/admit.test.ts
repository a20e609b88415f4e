// Every verdict of admission, and which comes first where several would fit.
import { expect, test } from 'vitest';
import type { ParticipantId, SessionId } from '../../protocol/ids.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { SessionEntry } from '../ledger/ledger.ts';
import { admit } from './admit.ts';

const room = 'room-1' as SessionId;
const identity = { role: 'agent', participant: 'a' as ParticipantId, name: 'Sam' } as const;
const version = String(PROTOCOL_VERSION);
const claim = { room, identity };
const session: SessionEntry = {
  id: room,
  agent: 'a',
  createdMs: 1,
  startedMs: null,
  endedMs: null,
  reason: null,
};
const facts = { session, revoked: false };
const refused = (name: string, endReason: string | null = null) => ({
  type: 'refused',
  name,
  endReason,
});

test('[ADMIT-1] a token for this room admits as whom it names', () => {
  expect(admit({ room, version, claim }, facts)).toEqual({ type: 'admitted', identity });
});

test('[ADMIT-4] the version is judged before anything else', () => {
  const knock = { room: 'nowhere', claim: null };
  const nothing = { session: null, revoked: true };
  expect(admit({ ...knock, version: '0' }, nothing)).toEqual(refused('participantTooOld'));
  expect(admit({ ...knock, version: null }, nothing)).toEqual(refused('participantTooOld'));
  expect(admit({ ...knock, version: String(PROTOCOL_VERSION + 1) }, nothing)).toEqual(
    refused('relayTooOld'),
  );
});

test('[ADMIT-2] [ADMIT-6] no token, or a revoked agent’s, learns nothing of rooms', () => {
  expect(admit({ room, version, claim: null }, { ...facts, session: null })).toEqual(
    refused('tokenInvalid'),
  );
  expect(admit({ room, version, claim }, { ...facts, revoked: true })).toEqual(
    refused('tokenInvalid'),
  );
});

test('[ADMIT-3] [ADMIT-5] unknown, another’s and ended rooms are told apart', () => {
  expect(admit({ room, version, claim }, { ...facts, session: null })).toEqual(
    refused('unknownRoom'),
  );
  const elsewhere = { ...claim, room: 'room-2' as SessionId };
  expect(admit({ room, version, claim: elsewhere }, facts)).toEqual(refused('wrongRoom'));
  const over = { ...session, endedMs: 2, reason: 'endedByAgent' } as const;
  expect(admit({ room, version, claim }, { ...facts, session: over })).toEqual(
    refused('ended', 'endedByAgent'),
  );
});
