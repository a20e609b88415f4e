// What outlives a stop of the relay, and what never leaves it.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import { connect, createSession, redeem, redeemed } from '../../conformance/client.ts';
import { openPair } from '../../conformance/pair.ts';
import type { Target } from '../../conformance/target.ts';
import { defaultTimes } from '../../times.ts';
import { createManualClock } from './testing/manualClock.ts';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';

let folder = '';
let relays: Relay[] = [];
const clock = createManualClock();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-'));
});
afterEach(async () => {
  for (const relay of relays) await relay.close();
  relays = [];
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function start(options: RelayOptions = {}): Promise<Target> {
  const relay = await startRelay({ data: join(folder, 'relay.sqlite'), clock, ...options });
  relays.push(relay);
  return {
    origin: relay.origin,
    secret: '',
    issueAgentToken: relay.issueAgentToken,
    letTimePass: clock.advance,
  };
}

async function stop(): Promise<void> {
  await relays.pop()?.close();
}

test('[LEDGER-2] a session that was live before a restart goes on when both sides come back', async () => {
  const before = await openPair(await start(), 'active');
  await stop();
  // Not a final code: both come back by themselves.
  expect((await before.agent.closed).code).toBe(1012);

  const target = await start();
  const { session } = before;
  const agent = await connect(target, { session, token: before.agentToken });
  expect(await agent.next('welcome')).toMatchObject({ active: true, write: false });
  const customer = await connect(target, { session, token: before.customerToken });
  await customer.next('welcome');
  customer.send({ kind: 'snapshot', sequence: 1, ops: new Uint8Array([1]) });
  expect(await agent.next('snapshot')).toMatchObject({ sequence: 1 });
});

test('[LEDGER-2] a session to which nobody comes back after a restart ends, and its reason is kept', async () => {
  const { session, agentToken } = await openPair(await start(), 'active');
  await stop();
  const target = await start();
  clock.advance(defaultTimes.graceMs);
  const late = await connect(target, { session, token: agentToken });
  expect(await late.next('ended')).toEqual({ kind: 'ended', reason: 'customerGone' });
  await stop();
  // Once more: now the ledger alone remembers.
  const later = await connect(await start(), { session, token: agentToken });
  expect(await later.next('ended')).toEqual({ kind: 'ended', reason: 'customerGone' });
});

test('[LEDGER-2] a key waits through a restart, and a used one stays used', async () => {
  const first = await start();
  const signIn = await first.issueAgentToken('Sam Carter');
  const [one, two] = [await createSession(first, signIn), await createSession(first, signIn)];
  await redeemed(first, one.securityKey);
  await stop();
  const second = await start();
  expect((await redeem(second, one.securityKey)).status).toBe(409);
  expect((await redeem(second, two.securityKey)).status).toBe(200);
});

test('[KEY-3] neither keys nor tokens are in the data file, which is its owner’s alone', async () => {
  const target = await start();
  const signIn = await target.issueAgentToken('Sam Carter');
  const { securityKey, token } = await createSession(target, signIn);
  await stop();
  const file = join(folder, 'relay.sqlite');
  const bytes = await readFile(file, 'latin1');
  expect(bytes).toContain('Sam Carter');
  for (const hidden of [securityKey, token, signIn]) expect(bytes).not.toContain(hidden);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('[HTTP-6] whatever happens, no key, no token and nothing of a page is printed', async () => {
  const printed: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  }
  for (const name of ['log', 'error', 'warn', 'info'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words.join(' ')));
  }
  const target = await start();
  const { session, agentToken, agent, customer } = await openPair(target, 'active');
  await redeem(target, '123456789');
  customer.sendBytes('some of the page');
  await customer.closed;
  await (
    await connect(target, { session, token: `${agentToken}x` })
  ).closed;
  agent.send({ kind: 'end' });
  await agent.closed;
  await stop();
  expect(printed).toEqual([]);
});

test('[ROOM-11] a tab whose timers run once a minute stays connected', () => {
  expect(defaultTimes.silenceMs).toBeGreaterThan(60_000 + limits.pingIntervalMs);
});
