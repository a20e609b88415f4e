// The table of kinds, held to what the rest of the product takes for granted of it.
import { expect, test } from 'vitest';
import { closeCodes, closeNameOf } from './closeCodes.ts';
import { codecs, codeOf, DEFLATED, kindOf, kinds } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { roles } from './roles.ts';

const all = Object.keys(kinds) as Kind[];

test('[PROTO-3] every kind has a code of its own below the deflated bit, and is found by it', () => {
  expect(Object.keys(codecs).toSorted()).toEqual(all.toSorted());
  expect(new Set(all.map((kind) => kinds[kind].code)).size).toBe(all.length);
  for (const kind of all) {
    expect(kinds[kind].code).toBeGreaterThan(0);
    expect(kinds[kind].code).toBeLessThan(DEFLATED);
    expect(kindOf(kinds[kind].code)).toBe(kind);
    expect(codeOf(kind), kind).toBe(kinds[kind].code);
    expect(kindOf(kinds[kind].code | DEFLATED)).toBe(kind);
  }
  const codes = new Set(all.map((kind) => kinds[kind].code));
  const others = Array.from({ length: DEFLATED }, (_, byte) => byte).filter(
    (byte) => !codes.has(byte),
  );
  for (const byte of others) expect(kindOf(byte)).toBeNull();
});

test('[PROTO-3] the customer alone sends the page and grants, the agent alone commands', () => {
  const customerOnly: Kind[] = [
    'viewGranted',
    'viewDeclined',
    'tab',
    'controlGranted',
    'controlDeclined',
    'controlRevoked',
    'failed',
    'because',
    'ruleMatches',
    'pageRules',
    'entries',
    'snapshot',
    'batch',
    'frame',
    'frameSnapshot',
    'frameBatch',
    'assetFound',
    'asset',
    'outcome',
    'commandWaits',
  ];
  for (const kind of customerOnly) expect(kinds[kind].from, kind).toEqual(['customer']);
  for (const kind of [
    'command',
    'controlRequested',
    'controlReturned',
    'agentPolicy',
    'why',
    'outcomesWanted',
  ] as const) {
    expect(kinds[kind].from, kind).toEqual(['agent']);
  }
  for (const kind of ['welcome', 'presence', 'ended', 'policyChanged', 'trailHead'] as const) {
    expect(kinds[kind].from, kind).toEqual(['relay']);
  }
});

test('[PROTO-3] an observer changes nothing and hears everything that an agent hears of the page', () => {
  const mayObserve: Kind[] = [
    'resync',
    'ack',
    'inexact',
    'frameResync',
    'frameAck',
    'frameInexact',
    'assetWanted',
  ];
  expect(all.filter((kind) => kinds[kind].from.includes('observer'))).toEqual(mayObserve);
  const seenByAgents = all.filter(
    (kind) => kinds[kind].family === 'page' && kinds[kind].to.includes('agent'),
  );
  expect(seenByAgents).toEqual([
    'snapshot',
    'batch',
    'frame',
    'frameSnapshot',
    'frameBatch',
    'assetFound',
    'asset',
  ]);
  for (const kind of seenByAgents) expect(kinds[kind].to, kind).toContain('observer');
});

test('[PROTO-3] page and interaction pass after consent alone, and commands in write mode alone', () => {
  const early = all.filter((kind) => kinds[kind].when === 'always');
  expect(early.filter((kind) => kinds[kind].family !== 'controlPlane')).toEqual([]);
  expect(all.filter((kind) => kinds[kind].when === 'write')).toEqual(['command']);
});

test('[PROTO-3] nothing is routed to a role that there is not, and every kind has a sender', () => {
  for (const kind of all) {
    expect(kinds[kind].from.length, kind).toBeGreaterThan(0);
    for (const role of kinds[kind].to) expect(roles).toContain(role);
  }
});

test('[PROTO-7] every final close code has a name, and no other has', () => {
  for (const [name, code] of Object.entries(closeCodes)) {
    expect(code).toBeGreaterThanOrEqual(4400);
    expect(code).toBeLessThan(5000);
    expect(closeNameOf(code)).toBe(name);
  }
  for (const code of [1000, 1001, 1005, 1006, 1011, 1012, 4000, 4399]) {
    expect(closeNameOf(code)).toBeNull();
  }
  // A stack that stops reading an oversized frame names it by itself, with RFC 6455's own code.
  expect(closeNameOf(1009)).toBe('frameTooLarge');
  expect(new Set(Object.values(closeCodes)).size).toBe(Object.keys(closeCodes).length);
});
