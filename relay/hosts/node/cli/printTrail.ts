// `trail SESSION`: prints a session's entries and says whether the chain holds. The chain is checked here, whoever hands the entries over.
import type { SessionId } from '../../../../protocol/ids.ts';
import { verifyTrail } from '../../../../protocol/trail.ts';
import type { Head, Link, TrailProblem } from '../../../../protocol/trail.ts';
import type { TrailAnswer } from '../../../http/trailApi.ts';
import { trailPath } from '../../../http/trailApi.ts';
import { createTrailStore } from '../../../ledger/trailStore.ts';
import { openData } from '../openData.ts';
import { remoteRelay } from './remoteRelay.ts';
import { SettingProblem } from './settings.ts';
import type { Settings } from './settings.ts';

type Kept = Pick<TrailAnswer, 'head' | 'entries'>;

/** `against`: position and hash from a customer's receipt, such as `42:9f86…`. */
export async function printTrail(
  session: string,
  against: string | null,
  relay: string | null,
  settings: Settings,
): Promise<number> {
  const given = against === null ? null : headIn(against);
  const { head, entries } = await (relay === null
    ? keptHere(session, settings)
    : keptThere(session, relay, settings));
  if (entries.length === 0 && head === null) {
    console.error('There is no trail of such a session.');
    return 1;
  }
  for (const link of entries) console.log(lineOf(link));
  const heads = [head, given].filter((one) => one !== null);
  const problems = verifyTrail(session as SessionId, entries, heads);
  for (const problem of problems) console.error(sentenceOf(problem));
  if (problems.length > 0) return 1;
  const last = entries.at(-1);
  console.log(`The chain holds: ${entries.length} entries, up to ${last?.position}:${last?.hash}`);
  return 0;
}

function keptHere(session: string, settings: Settings): Kept {
  const data = openData(settings.data);
  try {
    const trails = createTrailStore(data.sql);
    return { head: trails.recordedHead(session as SessionId), entries: trails.links(session) };
  } finally {
    data.close();
  }
}

async function keptThere(session: string, relay: string, settings: Settings): Promise<Kept> {
  const answer = await (await remoteRelay(relay, settings))('GET', trailPath(session));
  return answer.ok ? ((await answer.json()) as TrailAnswer) : { head: null, entries: [] };
}

function headIn(text: string): Head {
  const [, position, hash] = /^(\d+):([\da-f]{64})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw new SettingProblem(
      `"${text}" is no head. Give the position and the hash of a receipt, such as 42:9f86…`,
    );
  return { position: Number(position), hash };
}

/** A detail is what a page and people wrote: no control character of it reaches the terminal. */
const lineOf = ({ position, atMs, kind, detail }: Link): string =>
  `${String(position).padStart(5)}  ${new Date(atMs).toISOString()}  ${kind}${detail === '{}' ? '' : `  ${detail}`}`.replace(
    /\p{C}/gu,
    '?',
  );

export function sentenceOf({ is, position }: TrailProblem): string {
  switch (is) {
    case 'missing':
      return `Entry ${position} is missing.`;
    case 'edited':
      return `Entry ${position} is not what was written after the one before it.`;
    case 'moved':
      return `Entry ${position} does not stand at its place.`;
    case 'cut':
      return `The trail is cut off before entry ${position}.`;
    case 'otherHead':
      return `Entry ${position} has another hash than was recorded of it.`;
  }
}
