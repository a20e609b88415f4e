// A session's receipt as one HTML file that runs and loads nothing. Pure: facts in, text out. Every text in it is escaped; those of the page are
// masked already.
import type { Entry } from '../../protocol/entry.ts';
import { embedded, markup } from './markup.ts';
import type { Html } from './markup.ts';
import { entryWords } from './entryWords.ts';
import type { ReceiptFacts, TimedEntry } from './receipt.ts';
import { receiptStyles } from './receiptStyles.ts';

/** How times are written: the customer's own zone, told to the reader. */
export interface Clock {
  day(atMs: number): string;
  time(atMs: number): string;
  readonly zone: string;
}

export function receiptHtml(facts: ReceiptFacts, clock: Clock): string {
  const { agentName, company, session } = facts.member;
  const rows = joined(facts.entries);
  const first = rows[0];
  const last = rows.at(-1);
  const done = rows.filter(({ entry }) => entry.kind === 'command');
  const pages = new Set(
    rows.flatMap(({ entry }) => (entry.kind === 'page' ? [entry.address] : [])),
  );
  const title = `What you shared with ${agentName}`;
  const page = markup`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta
        http-equiv="content-security-policy"
        content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
      />
      <meta name="viewport" content="width=device-width" />
      <meta name="referrer" content="no-referrer" />
      <title>${company ? `${company}: ` : ''}${title}</title>
      <style>
        ${{ html: receiptStyles }}
      </style>
      <main>
        <header>
          <p class="company">${company || 'Receipt'}</p>
          <h1>${title}</h1>
        </header>
        <dl>
          <dt>When</dt>
          <dd>
            ${first ? `${clock.day(first.atMs)}, ${clock.time(first.atMs)} to ${clock.time(last!.atMs)} (${clock.zone})` : 'Not known'}
          </dd>
          <dt>Who saw it</dt>
          <dd>${agentName}${company ? ` from ${company}` : ''}</dd>
          <dt>Pages</dt>
          <dd>${pages.size}</dd>
          <dt>Done for you</dt>
          <dd>${doneWords(done)}</dd>
          <dt>How it ended</dt>
          <dd>
            ${last?.entry.kind === 'ended' ? entryWords(last.entry, agentName).says : 'Not known'}
          </dd>
        </dl>
        <h2>What happened</h2>
        <ol>
          ${rows.map((row) => rowHtml(row, agentName, clock))}
        </ol>
        <p class="note">
          Dots stand for what ${agentName} could not see. What was typed is not kept.
        </p>
        <section class="proof">${proofHtml(facts, company || 'the company')}</section>
      </main>
      <script type="application/json" id="alongside-receipt">
        ${embedded({ session, agentName, company, entries: facts.entries, head: facts.head })}
      </script>
    </html> `;
  return page.html;
}

/** Runs of like commands, which the relay was told second by second, are one row. */
function joined(entries: readonly TimedEntry[]): TimedEntry[] {
  const rows: TimedEntry[] = [];
  for (const { atMs, entry } of entries) {
    const before = rows.at(-1);
    const both = before && alike(before.entry, entry);
    if (both) rows[rows.length - 1] = { atMs: before.atMs, entry: both };
    else rows.push({ atMs, entry });
  }
  return rows;
}

function alike(one: Entry, other: Entry): Entry | null {
  if (one.kind !== 'command' || other.kind !== 'command') return null;
  const isAlike =
    one.deed === other.deed && one.target === other.target && one.result === other.result;
  return isAlike ? { ...one, last: other.last, times: one.times + other.times } : null;
}

function doneWords(commands: readonly TimedEntry[]): string {
  const count = (isDone: boolean) =>
    commands.reduce(
      (sum, { entry }) =>
        entry.kind === 'command' && (entry.result === 'performed') === isDone
          ? sum + entry.times
          : sum,
      0,
    );
  const [done, refused] = [count(true), count(false)];
  if (done + refused === 0) return 'Nothing';
  const actions = done === 1 ? '1 action' : `${done} actions`;
  return refused === 0 ? actions : `${actions}, ${refused} not done`;
}

function rowHtml({ atMs, entry }: TimedEntry, agentName: string, clock: Clock): Html {
  const { says, outcome } = entryWords(entry, agentName);
  const isPage = entry.kind === 'page';
  const address = isPage && entry.title ? markup`<small>${entry.address}</small>` : markup``;
  const came = outcome
    ? markup`<span class="${outcome.done ? 'yes' : 'no'}">${outcome.says}</span>`
    : markup``;
  return markup`<li${isPage ? markup` class="page"` : markup``}><time datetime="${new Date(atMs).toISOString()}">${clock.time(atMs)}</time><span>${says}${address}</span>${came}</li>
`;
}

function proofHtml({ member, head }: ReceiptFacts, company: string): Html {
  if (head === null)
    return markup`<h2>Session</h2>
      <p>Ask ${company} about this session by this name:</p>
      <code>${member.session}</code> `;
  return markup`<h2>Proof</h2>
    <p>
      ${company} keeps the same record. With these two lines it can be shown that the record has not
      been changed since.
    </p>
    <code>${member.session}</code><br />
    <code>${head.position}:${head.hash}</code> `;
}
