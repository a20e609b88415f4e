// The site's policies, the relay's and the agent's, and what works them: a part that is fetched where there are rules, or somebody asks who
// decided. Invariant: until the relay's policy has come, and while what works it is not here, nothing of the page may be shown.
import type { Reason } from '../../protocol/controlPlane.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Capability, SitePolicy } from '../../protocol/sitePolicy.ts';
import type { RuledPolicy } from '../privacy/createPolicy.ts';
import type { Handed, RulesOptions, SiteRules } from '../privacy/createRules.ts';
import type { SessionStore } from './savedSession.ts';
import { unruled } from './state.ts';
import type { Ruling } from './state.ts';

export interface RulesOnDemandOptions {
  readonly load: () => Promise<(options: RulesOptions) => SiteRules>;
  readonly policy: RuledPolicy;
  readonly store: Pick<SessionStore, 'agentPolicy' | 'keepAgentPolicy'>;
  readonly onRuling: (ruling: Ruling) => void;
  readonly report: NonNullable<RulesOptions['report']>;
}

export interface RulesOnDemand {
  /** Policies, as they come and change. */
  take(message: Message): void;
  /** Whether anything of the page may leave at this moment. */
  mayTell(): boolean;
  /** What joins from a frame has to obey; null where there are no rules. */
  handed(): Handed | null;
  /** Who decided about a node. Rejects where that cannot be found out. */
  explainer(): Promise<(node: Node) => Reason[]>;
  /** Of this nothing is done, whatever is granted. */
  denies(capability: Capability): boolean;
  /** Whether the customer is asked before this is pressed. */
  confirms(element: Element, commits: () => boolean): boolean;
  /** The page is not shared any more, or left. */
  leave(): void;
  /** The session is over. */
  forget(): void;
}

export function createRulesOnDemand(options: RulesOnDemandOptions): RulesOnDemand {
  const { load, policy, store, onRuling, report } = options;
  let relay: SitePolicy | null = null;
  let agent: SitePolicy = [];
  let part: SiteRules | null = null;
  let coming: Promise<SiteRules> | null = null;
  let ruling: Ruling = unruled;

  function rule(next: Ruling): void {
    ruling = next;
    onRuling(next);
  }

  const policies = () => ({ relay: relay ?? [], agent });

  async function fetch(): Promise<SiteRules> {
    const createRules = await load();
    part ??= createRules({
      window,
      policies: policies(),
      report,
      onRuling: (next) => relay && rule(next),
    });
    policy.obey(part);
    // What was found out before the relay has said anything is worth nothing.
    if (relay) rule(part.ruling());
    return part;
  }

  function bring(): Promise<SiteRules> {
    coming ??= fetch();
    coming.catch(() => (coming = null));
    return coming;
  }

  function follow(): void {
    if (!relay) return;
    if (part) {
      part.use(policies());
      rule(part.ruling());
    } else if (relay.length + agent.length === 0) rule({ pause: null, denied: [] });
    else {
      rule(unruled);
      bring().catch(() =>
        // Not served, kept out by the page's policy, or of another version.
        rule({ pause: 'The privacy rules for this page could not be loaded.', denied: [] }),
      );
    }
  }

  return {
    take(message) {
      if (message.kind === 'agentPolicy') {
        if (message.policy.length + agent.length === 0) return;
        ({ policy: agent } = message);
        store.keepAgentPolicy(agent);
        return follow();
      }
      if (message.kind !== 'welcome' && message.kind !== 'policyChanged') return;
      if (!relay) agent = store.agentPolicy();
      // After a break the same is told again.
      if (!relay || JSON.stringify(relay) !== JSON.stringify(message.policy))
        relay = message.policy;
      follow();
    },
    mayTell: () => (part ? part.look() && ruling.pause === null : ruling.pause === null),
    handed: () => (relay && relay.length + agent.length > 0 ? (part?.handed() ?? null) : null),
    async explainer() {
      const here = await bring();
      return (node) => here.explain(node, policy);
    },
    denies: (capability) => part?.denies(capability) ?? false,
    confirms: (element, commits) => part?.confirms(element, commits) ?? false,
    leave: () => part?.leave(),
    forget() {
      part?.stop();
      policy.obey(null);
      part = coming = relay = null;
      agent = [];
      ruling = unruled;
    },
  };
}
