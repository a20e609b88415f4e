// What the customer's page keeps of a session, for the receipt, and tells the relay, for the trail. Every text of the page in it is masked, and no
// value that was typed is. It lives in the tab from page to page, is bounded, and goes with the session.
import type { Command, Outcome } from '../../protocol/command.ts';
import { encodeEntries } from '../../protocol/entries.ts';
import { isRelaysOwn } from '../../protocol/entry.ts';
import type { Deed, Entry, Holder } from '../../protocol/entry.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import type { Head } from '../../protocol/trail.ts';
import { storageKey } from '../surface.ts';
import { entryOf } from './entryOf.ts';
import type { Emitted } from './entryOf.ts';

const key = `${storageKey}.trail`;
export const flushEveryMs = 1000;

export interface Member {
  readonly session: string;
  readonly agentName: string;
  readonly company: string;
}

/** What a session leaves behind, while the customer may still want it. */
export interface Kept {
  readonly member: Member;
  readonly entries: { readonly atMs: number; entry: Entry }[];
  /** How much of the chain the relay has confirmed. */
  readonly head: Head | null;
  /** The relay has all up to this number. */
  readonly told: number;
}

export interface Download {
  readonly label: string;
  act(): Promise<void>;
}

export interface Trail {
  /** A new session begins, or one goes on. */
  begin(member: Member): void;
  /** What the page has been told of, at that time. */
  emitted(event: Emitted, atMs: number): void;
  /** Who holds sharing next, where it is not the customer by the bar. */
  holding(by: Holder): void;
  /** Why the site policy withholds this page; null or empty where it does not, or has not said yet. */
  ruled(pause: string | null): void;
  page(address: MaskedText, title: MaskedText): void;
  /** A command has come, aimed at what is called `target`; told once its outcome is known. */
  aimed(command: Command, target: MaskedText): void;
  cameOf(outcome: Outcome): void;
  /** The customer is asked about this very command, and answers. */
  asked(number: number): void;
  answered(number: number, allowed: boolean): void;
  /** A request for what the policy denies: nobody was asked. */
  denied(): void;
  /** The line is new: what the relay has not confirmed is sent again. */
  connected(): void;
  /** Sends what waits: some of it, or all. */
  flush(all?: boolean): void;
  confirmed(head: MessageOf<'trailHead'>): void;
  /** The page is left: commands without an outcome are told as such. */
  leave(): void;
  /** What there is a receipt of: something was shared, and it is over. */
  receipt(): Download | null;
  forget(): void;
}

export function createTrail(
  storage: Storage,
  /** False when it could not be sent. */
  send: (message: Message) => boolean,
  nowMs: () => number,
): Trail {
  let kept: Kept | null = null;
  const open = new Map<number, { readonly deed: Deed; readonly target: MaskedText }>();
  let sent = 0;
  let timer = 0;
  let holder: Holder = 'customer';
  let held: string | null = null;

  function read(): Kept | null {
    try {
      return JSON.parse(storage.getItem(key)!) as Kept | null;
    } catch {
      return null;
    }
  }

  function save(): void {
    try {
      storage.setItem(key, JSON.stringify(kept));
    } catch {
      // The page has filled its storage: the trail goes on, and a reload shortens the receipt.
    }
  }

  function add(entry: Entry, atMs = nowMs()): void {
    if (!kept || kept.entries.length >= limits.entriesPerSession) return;
    const last = kept.entries.at(-1);
    const joined = last && kept.entries.length > sent && join(last.entry, entry);
    if (joined) last.entry = joined;
    else kept.entries.push({ atMs, entry });
    timer ||= setTimeout(flush, flushEveryMs) as unknown as number;
  }

  function flush(all = false): void {
    clearTimeout(timer);
    timer = 0;
    if (!kept) return;
    save();
    while (sent < kept.entries.length) {
      const next = kept.entries.slice(sent, sent + limits.entriesPerMessage);
      const entries = next
        .map(({ entry }, at) => ({ number: sent + at + 1, entry }))
        .filter(({ entry }) => !isRelaysOwn(entry));
      if (entries.length > 0 && !send({ kind: 'entries', entries: encodeEntries(entries) })) return;
      sent += next.length;
      if (all) continue;
      if (sent < kept.entries.length) timer = setTimeout(flush, flushEveryMs) as unknown as number;
      return;
    }
  }

  function tell(number: number, result: Outcome['result'] | 'left'): void {
    const command = open.get(number);
    if (!open.delete(number)) return;
    add({ kind: 'command', first: number, last: number, times: 1, ...command!, result });
  }

  /** All is told before the end is; nothing of it stays in the tab's storage. */
  function end(): void {
    flush(true);
    clearTimeout(timer);
    storage.removeItem(key);
  }

  return {
    begin(member) {
      const { session, agentName, company } = member;
      if (kept?.member.session === session) return;
      const earlier = read();
      kept =
        earlier?.member.session === session
          ? earlier
          : { member: { session, agentName, company }, entries: [], head: null, told: 0 };
      sent = kept.told;
    },
    emitted(event, atMs) {
      const entry = entryOf(event);
      if (entry) add(entry.kind === 'paused' ? { ...entry, by: holder } : entry, atMs);
      if (entry?.kind === 'paused' || entry?.kind === 'resumed') holder = 'customer';
      if (event.event === 'sessionEnded') end();
    },
    holding: (by) => void (holder = by),
    ruled(pause) {
      if (pause === '' || pause === held) return;
      held = pause;
      add(pause ? { kind: 'paused', by: 'rule', rule: pause } : { kind: 'resumed' });
    },
    page(address, title) {
      if (!kept) return;
      const last = kept.entries.findLast(({ entry }) => entry.kind === 'page')?.entry;
      if (last?.kind === 'page' && last.address === address && !isLatest(kept, last, sent)) return;
      add({ kind: 'page', address, title });
    },
    aimed({ number, action }, target) {
      if (action.type !== 'hover') open.set(number, { deed: action.type, target });
    },
    cameOf: ({ number, result }) => tell(number, result),
    asked(number) {
      const command = open.get(number);
      if (command) add({ kind: 'confirmAsked', number, target: command.target });
    },
    answered: (number, allowed) => add({ kind: 'confirmAnswered', number, allowed }),
    denied: () => add({ kind: 'controlDeclined', by: 'policy' }),
    connected() {
      sent = kept?.told ?? 0;
      flush();
    },
    flush,
    confirmed({ told, position, hash }) {
      if (kept) kept = { ...kept, told, head: { position, hash } };
    },
    leave() {
      for (const number of open.keys()) tell(number, 'left');
      flush(true);
      kept = null;
    },
    receipt() {
      const last = kept?.entries.at(-1)?.entry;
      const began = kept?.entries.some(({ entry }) => entry.kind === 'viewGranted');
      // One that goes on in another tab has its receipt there.
      if (!began || last?.kind !== 'ended' || last.reason === 'superseded') return null;
      return {
        label: 'Download a receipt',
        async act() {
          const { downloadReceipt } = await import('../receipt/downloadReceipt.ts');
          if (kept) downloadReceipt(kept);
        },
      };
    },
    forget() {
      clearTimeout(timer);
      kept = null;
    },
  };
}

/** The last entry, and not sent yet. */
const isLatest = ({ entries }: Kept, entry: Entry, sent: number): boolean =>
  entries.length > sent && entries.at(-1)?.entry === entry;

/** Two in one, where the second says no more than the first: a run of like commands, a page that has got its title. */
function join(last: Entry, next: Entry): Entry | null {
  if (last.kind === 'page' && next.kind === 'page' && last.address === next.address) return next;
  if (last.kind !== 'command' || next.kind !== 'command') return null;
  const isAlike =
    last.deed === next.deed && last.target === next.target && last.result === next.result;
  return isAlike ? { ...last, last: next.last, times: last.times + 1 } : null;
}
