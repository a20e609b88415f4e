// What runs only while the page is being shared: mirror, the customer's pointer, and write mode's performer.
import type { Message } from '../../protocol/frame.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Channel } from '../../channel/channel.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import type { Limits } from '../control/limits.ts';
import { createFramesOnDemand } from '../frames/createFramesOnDemand.ts';
import { createMirror } from '../mirror/createMirror.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Host } from '../overlay/createHost.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { createAssetsOnDemand } from './createAssetsOnDemand.ts';
import type { FramePage } from '../surface.ts';
import { createControlOnDemand } from './createControlOnDemand.ts';
import type { RulesOnDemand } from './createRulesOnDemand.ts';
import type { TrailOnDemand } from './createTrailOnDemand.ts';
import { watchPointer } from './customerPointer.ts';
import type { OutcomeStore } from './savedSession.ts';
import type { Event } from './state.ts';

export interface Sharing {
  /** A fresh snapshot, for an agent who may have just come. */
  resync(): void;
  /** Acknowledgements and commands. */
  receive(message: Message): void;
  /** Control is asked for or granted: what performs it has to be there. */
  fetchControl(): void;
  discardCommands(): void;
  /** The customer's answer about what was to be confirmed. */
  confirm(allowed: boolean): void;
  stop(): void;
}

export interface SharingOptions {
  readonly host: Host;
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  readonly rules: Pick<RulesOnDemand, 'explainer' | 'handed' | 'mayTell'>;
  readonly channel: Channel;
  readonly framed: FramePage['framed'];
  readonly nextStream: () => number;
  readonly trail: TrailOnDemand;
  readonly grant: () => Grant | null;
  readonly limits: Limits;
  readonly outcomes: OutcomeStore;
  readonly dispatch: (event: Event) => void;
  readonly onControlMissing: () => void;
  readonly onFailure: (error: unknown) => void;
}

export function startSharing({
  host,
  ids,
  policy,
  rules,
  channel,
  framed,
  nextStream,
  grant,
  trail,
  limits,
  outcomes,
  dispatch,
  onControlMissing,
  onFailure,
}: SharingOptions): Sharing {
  const parts = { window, ids, policy, isOwn: host.isOwn };
  const frames = createFramesOnDemand({
    ...parts,
    framed,
    channel,
    handed: rules.handed,
    nextStream: (take) => take(nextStream()),
    guard: host.guard,
  });
  const mirror = createMirror({
    ...parts,
    send: frames.send,
    framed: frames.add,
    // A page that is withheld is in no trail either.
    placed: (...place) => rules.mayTell() && trail.tell((there) => there.page(...place)),
    bufferedBytes: channel.bufferedBytes,
    onFailure,
  });
  const control = createControlOnDemand({
    load: async () => (await import('../control/createControl.ts')).createControl,
    control: {
      ...parts,
      grant,
      limits,
      outcomes,
      // Holding the page takes the grant back and stops all of this at once.
      paused: () => false,
      settled: () => mirror.flush(),
      onAim: (...aim) => trail.tell((there) => there.aimed(...aim)),
      onOutcome(outcome) {
        trail.tell((there) => there.cameOf(outcome));
        channel.send({ kind: 'outcome', ...outcome });
      },
      onUsed: () => dispatch({ is: 'controlUsed' }),
      onConfirm: (asked) => dispatch({ is: 'confirmAsked', ...asked }),
      onWaits(waits) {
        if (waits) channel.send({ kind: 'commandWaits', ...waits });
        dispatch({ is: 'agentWaits', waits: waits?.for === 'turn' });
      },
    },
    remembers: () => outcomes.read() !== null,
    onMissing: onControlMissing,
  });
  const assets = createAssetsOnDemand(
    async () => (await import('../assets/createAssets.ts')).createAssets,
    { ...parts, send: channel.send, bufferedBytes: channel.bufferedBytes },
  );
  const stopPointer = watchPointer(host, ids, policy, frames.send);
  mirror.snapshot();

  async function explain(id: NodeId): Promise<void> {
    const explainer = await rules.explainer().catch(() => null);
    const node = ids.nodeOf(id);
    const reasons = node && explainer ? explainer(node) : [];
    channel.send({ kind: 'because', node: id, reasons });
  }

  return {
    resync: () => mirror.snapshot(),
    receive(message) {
      if (message.kind === 'ack') mirror.acknowledged(message.sequence);
      if (message.kind === 'inexact') mirror.inexact(message.runs);
      if (message.kind === 'assetWanted') assets.wanted(message);
      // What the agent still sees by the policy from before is told anew at once.
      if (message.kind === 'policyChanged' || message.kind === 'agentPolicy') mirror.flush();
      if (message.kind === 'why') void explain(message.node);
      if (message.kind === 'command') control.perform(message);
      if (message.kind === 'outcomesWanted') control.recall(message.numbers);
      frames.receive(message);
    },
    fetchControl: () => control.fetch(),
    discardCommands: () => control.discard(),
    confirm: (allowed) => control.confirm(allowed),
    stop() {
      frames.stop();
      stopPointer();
      control.stop();
      assets.stop();
      mirror.stop();
    },
  };
}
