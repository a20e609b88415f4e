// The receipt: what it says, that all text in it is text, and that a machine can read it again.
import { expect, test } from 'vitest';
import { results } from '../../protocol/entry.ts';
import type { Entry } from '../../protocol/entry.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createRandom, randomEntry } from '../../protocol/testing/random.ts';
import { entryWords } from './entryWords.ts';
import type { ReceiptFacts } from './receipt.ts';
import { receiptHtml } from './receiptHtml.ts';
import type { Clock } from './receiptHtml.ts';

const clock: Clock = {
  day: () => '1 May 2030',
  time: (atMs) => new Date(atMs).toISOString().slice(11, 19),
  zone: 'UTC',
};
const masked = (text: string) => text as MaskedText;
const command = (target: string, result: (typeof results)[number], times = 1): Entry => ({
  kind: 'command',
  first: 1,
  last: times,
  times,
  deed: 'click',
  target: masked(target),
  result,
});

function facts(entries: readonly Entry[]): ReceiptFacts {
  return {
    member: { session: 'S1', agentName: 'Sam Carter', company: 'Acme' },
    entries: entries.map((entry, at) => ({ atMs: Date.UTC(2030, 4, 1, 9, 0, at), entry })),
    head: { position: 9, hash: 'a'.repeat(64) },
  };
}
const textOf = (html: string) =>
  html
    .replace(/<style>[^]*<\/style>|<script[^]*<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('[RECEIPT-1] it says who, when, which pages, each command with its outcome, and the chain’s last hash', () => {
  const said = textOf(
    receiptHtml(
      facts([
        { kind: 'viewGranted' },
        { kind: 'page', address: masked('https://shop.example/basket'), title: masked('Basket') },
        { kind: 'controlRequested', kinds: ['click', 'fill'] },
        { kind: 'controlGranted', kinds: ['click'], once: true },
        command('Continue', 'performed'),
        command('Continue', 'performed', 2),
        command('Order', 'locked'),
        { kind: 'controlRevoked', reason: 'customer' },
        { kind: 'ended', reason: 'endedByCustomer' },
      ]),
      clock,
    ),
  );
  for (const words of [
    'Acme',
    'What you shared with Sam Carter',
    '1 May 2030, 09:00:00 to 09:00:08 (UTC)',
    'Pages 1',
    '3 actions, 1 not done',
    'Page: Basket https://shop.example/basket',
    'Sam Carter asked to press buttons and links, fill in fields.',
    'You let Sam Carter press buttons and links, once.',
    'Pressed “Continue”, 3 times Done',
    'Tried to press “Order” Refused: only you can use it',
    'You took control back.',
    'You stopped sharing.',
    `9:${'a'.repeat(64)}`,
  ])
    expect(said).toContain(words);
});

test('[RECEIPT-2] whatever the page, the agent or the company is called, it is text, and nothing runs or loads', () => {
  const evil = `</script><script>x()</script><img src=x onerror=x()>"'&<!--\u202e`;
  const entries: Entry[] = [
    { kind: 'page', address: masked(evil), title: masked(evil) },
    command(evil, 'performed'),
    { kind: 'paused', by: 'rule', rule: evil },
    { kind: 'confirmAsked', number: 1, target: masked(evil) },
    { kind: 'joined', role: 'agent', name: evil },
    { kind: 'controlRequested', kinds: [evil] },
    { kind: 'ended', reason: evil },
  ];
  const made = receiptHtml(
    { ...facts(entries), member: { session: evil, agentName: evil, company: evil } },
    clock,
  );
  expect(made.match(/<script/g)).toHaveLength(1);
  expect(made.match(/<\/script/g)).toHaveLength(1);
  expect(made).not.toMatch(/<img|<!--|[\u202e]/);
  expect(
    made.match(/<\w+/g)?.filter((tag) => /<(iframe|object|embed|link|base|form|a)$/.test(tag)),
  ).toEqual([]);
  expect(made).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
  expect(made.replace(/&lt;.*?&gt;/g, '')).not.toMatch(/<[^>]*\s(src|href|on\w+)=/);
});

test('[RECEIPT-3] a machine reads the same entries from it', () => {
  const random = createRandom(77);
  const entries = Array.from({ length: 200 }, () => randomEntry(random));
  const given = facts(entries);
  const made = receiptHtml(given, clock);
  const json = /<script type="application\/json" id="alongside-receipt">(.*?)<\/script>/s.exec(
    made,
  )![1]!;
  const { member, entries: timed, head } = given;
  expect(JSON.parse(json)).toEqual({ ...member, entries: timed, head });
});

test('[RECEIPT-1] every entry and every outcome has words', () => {
  const random = createRandom(78);
  for (let count = 0; count < 300; count++) {
    const { says, outcome } = entryWords(randomEntry(random), 'Sam');
    expect(says).not.toBe('');
    expect(outcome?.says ?? 'x').not.toBe('');
  }
  const outcomes = results.map((result) => entryWords(command('x', result), 'Sam').outcome);
  expect(outcomes.filter((outcome) => outcome?.done)).toHaveLength(1);
});
