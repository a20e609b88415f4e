// All that this page holds for a session that can be seen: the host element, the node ids, the interface and the marks.
import type { Message } from '../../protocol/frame.ts';
import { createNodeIds } from '../mirror/nodeIds.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import { createHost } from '../overlay/createHost.ts';
import type { Host } from '../overlay/createHost.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { createInterface } from './createInterface.ts';
import { createMarksOnDemand } from './createMarksOnDemand.ts';
import type { RulesOnDemand } from './createRulesOnDemand.ts';
import type { TrailOnDemand } from './createTrailOnDemand.ts';
import type { SeesLink } from './openSees.ts';
import type { SessionStore } from './savedSession.ts';
import type { Event, State } from './state.ts';
import { viewOf } from './viewOf.ts';

export interface Stage {
  readonly host: Host;
  readonly ids: NodeIds;
  /** Numbers a document that joins from a frame. */
  nextStream(): number;
  show(state: State): void;
  mark(message: Message): void;
  /** Nobody is pointing any more; what was drawn and written stays. */
  unpoint(): void;
  remove(): void;
}

export interface StageOptions {
  readonly store: SessionStore;
  readonly policy: PrivacyPolicy;
  readonly rules: Pick<RulesOnDemand, 'explainer'>;
  readonly dispatch: (event: Event) => void;
  readonly trail: TrailOnDemand;
  /** What the customer's own look at the page needs of the session. */
  readonly wire: Pick<SeesLink, 'tee' | 'ask'>;
  readonly onFailure: (error: unknown) => void;
}

export function createStage({
  store,
  policy,
  rules,
  trail,
  dispatch,
  wire,
  onFailure,
}: StageOptions): Stage {
  const host = createHost(onFailure);
  const ids = createNodeIds(store.firstNodeId(), store.reserveNodeIds);
  const marks = createMarksOnDemand(async () => {
    const { openMarks } = await import('./openMarks.ts');
    return () => openMarks(host, ids);
  });
  const link = { ...wire, ids, policy, marks: marks.told, explainer: rules.explainer };
  const face = createInterface(host, dispatch, link, {
    onDismiss: () => dispatch({ is: 'dismissed' }),
    receipt: () => trail.here?.receipt() ?? null,
    onPanic: () => trail.here?.holding('panicKey'),
  });
  let shown = '';
  return {
    host,
    ids,
    nextStream: store.nextStream,
    mark(message) {
      marks.show(message);
      face.mark(message);
    },
    unpoint: marks.unpoint,
    show(state) {
      const view = viewOf(state);
      const agentName = 'member' in state ? state.member.agentName : '';
      if (state.at !== 'active') marks.clear();
      marks.name(agentName);
      const next = JSON.stringify(view);
      if (shown === next) return;
      shown = next;
      face.show(view, agentName);
    },
    remove() {
      marks.clear();
      face.remove();
    },
  };
}
