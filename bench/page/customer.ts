// Runs in the customer's page: everything that shares it, as a session would start it, with a channel to the benchmark's own end of the line.
import { createChannel } from '../../channel/channel.ts';
import type { Channel } from '../../channel/channel.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { encode } from '../../protocol/frame.ts';
import { createMirror } from '../../snippet/mirror/createMirror.ts';
import { createNodeIds } from '../../snippet/mirror/nodeIds.ts';
import { createHost } from '../../snippet/overlay/createHost.ts';
import { createPolicy } from '../../snippet/privacy/createPolicy.ts';
import { startSharing } from '../../snippet/session/startSharing.ts';
import type { Sharing } from '../../snippet/session/startSharing.ts';
import { describePage } from '../../tests/fidelity/describePage.ts';
import { builtInLimits } from '../../snippet/control/limits.ts';

const policy = createPolicy();
const ids = createNodeIds(1, () => undefined);
const failures: string[] = [];
const onFailure = (error: unknown) =>
  void failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
const host = createHost(onFailure);
let channel: Channel | null = null;
let sharing: Sharing | null = null;

export async function connect(relay: string): Promise<void> {
  await new Promise<void>((resolve) => {
    channel = createChannel({
      relay,
      path: '/ours',
      token: () => 'none',
      onMessage: (message) => sharing?.receive(message),
      onState: ({ status }) => status === 'open' && resolve(),
    });
  });
}

/** Begins, or begins anew: a snapshot, and from then on what changes. */
export function start(): void {
  sharing = startSharing({
    rules: {
      explainer: () => Promise.reject(new Error('there are none')),
      handed: () => null,
      mayTell: () => true,
    },
    host,
    ids,
    policy,
    channel: channel!,
    framed: new WeakMap(),
    nextStream: () => 1,
    grant: () => null,
    trail: { tell: () => undefined, here: null },
    limits: builtInLimits,
    outcomes: { read: () => null, write: () => undefined },
    dispatch: () => undefined,
    onControlMissing: () => undefined,
    onFailure,
  });
}

export function stop(): void {
  sharing?.stop();
  sharing = null;
}

/** Milliseconds of the snapshot alone, all its slices and what is looked for afterwards in one go: nothing is deflated or sent. */
export function alone(): number {
  const mirror = createMirror({
    window,
    ids,
    policy,
    isOwn: host.isOwn,
    bufferedBytes: () => 0,
    onFailure,
    send(message) {
      encode(message);
      return true;
    },
  });
  const startMs = performance.now();
  mirror.snapshot();
  mirror.flush();
  const tookMs = performance.now() - startMs;
  mirror.stop();
  return tookMs;
}

/** What the viewer says of runs that did not parse to what was sent. */
export const inexact = (runs: MessageOf<'inexact'>['runs']): void =>
  sharing?.receive({ kind: 'inexact', runs });

export const describe = (): { lines: string[]; failures: string[] } => ({
  lines: describePage(document, policy),
  failures,
});
