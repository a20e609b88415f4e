// What a session keeps in its tab, so that a reload or a navigation within the site continues it. Nothing of the page is in it.
// Reading trusts nothing: whatever does not hold together counts as no session.
import type { GrantId } from '../../protocol/ids.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import { storageKey } from '../surface.ts';
import { unruled } from './state.ts';
import type { Membership, State } from './state.ts';

export interface SavedSession {
  readonly member: Membership;
  readonly consent: 'none' | 'view' | 'write';
  readonly sharing: 'on' | 'paused';
  readonly lastGrant: number;
}

/** What of `state` outlives the page; null when nothing does. */
export function toSave(state: State): SavedSession | null {
  if (!('member' in state)) return null;
  const { member } = state;
  if (state.at !== 'active') return { member, consent: 'none', sharing: 'on', lastGrant: 0 };
  const consent = state.control.mode === 'write' ? 'write' : 'view';
  return { member, consent, sharing: state.sharing, lastGrant: state.lastGrant };
}

/** Where a page begins that finds `saved`. */
export function fromSaved(saved: SavedSession | null, tab: 'visible' | 'hidden'): State {
  if (saved === null) return { at: 'idle' };
  const { member, consent, sharing, lastGrant } = saved;
  if (consent === 'none')
    return { at: 'joining', member, line: 'connecting', ruling: unruled, from: 'earlierPage' };
  return {
    at: 'active',
    member,
    line: 'connecting',
    ruling: unruled,
    agent: 'away',
    sharing,
    tab,
    control:
      consent === 'write' ? { mode: 'write', grant: lastGrant as GrantId } : { mode: 'read-only' },
    lastGrant,
  };
}

export interface SessionStore {
  read(): SavedSession | null;
  write(saved: SavedSession | null): void;
  /** First node id that no page of this session has used. */
  firstNodeId(): number;
  reserveNodeIds(firstFree: number): void;
  /** What the agent's company added, on this page or an earlier one: it holds before the agent can say so again. */
  agentPolicy(): SitePolicy;
  keepAgentPolicy(policy: SitePolicy): void;
  /** Another one with each call, on every page of this session. */
  nextStream(): number;
}

const nodeKey = `${storageKey}.node`;
const streamKey = `${storageKey}.stream`;
const policyKey = `${storageKey}.policy`;

export function createSessionStore(storage: Storage): SessionStore {
  const numberAt = (key: string) => Math.max(1, Math.trunc(Number(storage.getItem(key))) || 1);
  return {
    read() {
      try {
        return parse(JSON.parse(storage.getItem(storageKey)!));
      } catch {
        return null;
      }
    },
    write(saved) {
      if (saved) return storage.setItem(storageKey, JSON.stringify(saved));
      for (const key of [storageKey, nodeKey, streamKey, policyKey]) storage.removeItem(key);
    },
    firstNodeId: () => numberAt(nodeKey),
    reserveNodeIds: (firstFree) => storage.setItem(nodeKey, String(firstFree)),
    agentPolicy() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(policyKey)!);
        return Array.isArray(kept) ? (kept as SitePolicy) : [];
      } catch {
        return [];
      }
    },
    keepAgentPolicy: (policy) => storage.setItem(policyKey, JSON.stringify(policy)),
    nextStream() {
      const next = numberAt(streamKey);
      storage.setItem(streamKey, String(next + 1));
      return next;
    },
  };
}

function parse(value: unknown): SavedSession | null {
  const { member, consent, sharing, lastGrant } = value as SavedSession;
  const words = [member.session, member.token, member.agentName, member.company];
  return words.every((word) => typeof word === 'string') &&
    ['none', 'view', 'write'].includes(consent) &&
    ['on', 'paused'].includes(sharing) &&
    Number.isSafeInteger(lastGrant)
    ? (value as SavedSession)
    : null;
}
