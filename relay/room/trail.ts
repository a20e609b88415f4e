// The room's half of the trail: what the customer's page tells and what the room itself knows become entries, stamped and chained in the order in
// which they come. The page cannot write what the room knows better, and no more than a trail holds.
import type { NumberedEntry } from '../../protocol/entries.ts';
import type { Entry } from '../../protocol/entry.ts';
import { isRelaysOwn } from '../../protocol/entry.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { limits } from '../../protocol/limits.ts';
import { linkTo } from '../../protocol/trail.ts';
import type { Link } from '../../protocol/trail.ts';
import type { Host } from './host.ts';
import type { RoomState } from './roomState.ts';

export function createTrail(host: Host) {
  let head = host.trail.head();
  let told = host.trail.told();
  let links: Link[] = [];

  function put(entry: Entry, number: number | null = null): void {
    const link = linkTo(head, host.nowMs(), number, entry);
    links.push(link);
    head = link;
  }

  /** Room for the end is always left. */
  function add(entry: Entry, number: number | null = null): void {
    if (head.position < limits.entriesPerSession - 2) put(entry, number);
    else if (head.position === limits.entriesPerSession - 2) put({ kind: 'full' });
  }

  function keep(): void {
    if (links.length > 0) host.trail.add(links);
    links = [];
  }

  return {
    /** Nothing yet: the session has just been created. */
    isNew: () => head.position === 0,
    write(...entries: Entry[]): void {
      for (const entry of entries) add(entry);
      keep();
    },
    /** The last of all. */
    end(reason: string): void {
      if (head.position < limits.entriesPerSession) put({ kind: 'ended', reason });
      keep();
    },
    /** What the customer's page tells; each entry once, however often it is sent. */
    hear(entries: readonly NumberedEntry[]): void {
      for (const { number, entry } of entries) {
        if (number <= told) continue;
        told = number;
        if (!isRelaysOwn(entry)) add(entry, number);
      }
      keep();
    },
    /** For the customer, who may keep it; null before anything was told. */
    headMessage: (): MessageOf<'trailHead'> | null =>
      told === 0 ? null : { kind: 'trailHead', told, position: head.position, hash: head.hash },
  };
}

/** Who has come and who has gone between two states of a room. */
export function comingsAndGoings(before: RoomState, after: RoomState): Entry[] {
  const isHere = (state: RoomState, who: string) =>
    state.members.some(
      ({ participant, link }) => participant === who && link.status === 'connected',
    );
  const everybody = new Map(
    [...before.members, ...after.members].map((one) => [one.participant, one]),
  );
  return [...everybody.values()].flatMap(({ participant, role, name }): Entry[] => {
    const is = isHere(after, participant);
    return is === isHere(before, participant) ? [] : [{ kind: is ? 'joined' : 'left', role, name }];
  });
}
