// What a session keeps in its tab, so that a reload or a navigation within the site continues it. Nothing of the page is in it.
// Reading trusts nothing: whatever does not hold together counts as no session.
import { controlKinds } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import { storageKey } from '../surface.ts';
import { unruled } from './state.ts';
import type { Membership, State } from './state.ts';

export interface SavedSession {
  readonly member: Membership;
  readonly consent: 'none' | 'view' | 'write';
  /** Of control: what is granted, and what of it for once. */
  readonly kinds: readonly ControlKind[];
  readonly once: readonly ControlKind[];
  readonly sharing: 'on' | 'paused';
  readonly lastGrant: number;
}

/** What of `state` outlives the page; null when nothing does. */
export function toSave(state: State): SavedSession | null {
  if (!('member' in state)) return null;
  const { member } = state;
  const nothing = { member, kinds: [], once: [] };
  if (state.at !== 'active') return { ...nothing, consent: 'none', sharing: 'on', lastGrant: 0 };
  const { sharing, lastGrant, control } = state;
  if (control.mode !== 'write') return { ...nothing, consent: 'view', sharing, lastGrant };
  const { kinds, once } = control;
  return { member, consent: 'write', kinds, once, sharing, lastGrant };
}

/** Where a page begins that finds `saved`. */
export function fromSaved(saved: SavedSession | null, tab: 'visible' | 'hidden'): State {
  if (saved === null) return { at: 'idle' };
  const { member, consent, kinds, once, sharing, lastGrant } = saved;
  if (consent === 'none')
    return { at: 'joining', member, line: 'connecting', ruling: unruled, from: 'earlierPage' };
  const isWriting = consent === 'write';
  // What was commanded for the page before must not find its grant on this one.
  const grant = (lastGrant + (isWriting ? 1 : 0)) as GrantId;
  return {
    at: 'active',
    member,
    line: 'connecting',
    ruling: unruled,
    agent: 'away',
    sharing,
    tab,
    control: isWriting
      ? { mode: 'write', grant, kinds: [...kinds], once: [...once] }
      : { mode: 'read-only' },
    asked: null,
    confirms: null,
    agentWaits: false,
    lastGrant: grant,
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
  /** What came of the last commands: numbers and results, nothing else. */
  readonly outcomes: OutcomeStore;
  /** Another one with each call, on every page of this session. */
  nextStream(): number;
}

export interface OutcomeStore {
  read(): string | null;
  write(text: string): void;
}

const outcomesKey = `${storageKey}.outcomes`;
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
      for (const key of [storageKey, nodeKey, streamKey, policyKey, outcomesKey])
        storage.removeItem(key);
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
    outcomes: {
      read: () => storage.getItem(outcomesKey),
      write: (text) => storage.setItem(outcomesKey, text),
    },
    nextStream() {
      const next = numberAt(streamKey);
      storage.setItem(streamKey, String(next + 1));
      return next;
    },
  };
}

function parse(value: unknown): SavedSession | null {
  const { member, consent, kinds, once, sharing, lastGrant } = value as SavedSession;
  const words = [member.session, member.token, member.agentName, member.company];
  return words.every((word) => typeof word === 'string') &&
    ['none', 'view', 'write'].includes(consent) &&
    ['on', 'paused'].includes(sharing) &&
    kinds.every((kind) => controlKinds.includes(kind)) &&
    once.every((kind) => kinds.includes(kind)) &&
    Number.isSafeInteger(lastGrant)
    ? (value as SavedSession)
    : null;
}
