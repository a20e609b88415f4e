// What a session's page keeps and tells of it, with a storage, a line and a clock of the test's own.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Action, Command } from '../../protocol/command.ts';
import { decodeEntries } from '../../protocol/entries.ts';
import type { NumberedEntry } from '../../protocol/entries.ts';
import type { Message } from '../../protocol/frame.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { createTrail, flushEveryMs } from './createTrail.ts';

const member = { session: 's', agentName: 'Sam', company: 'Acme' };
const node = 0 as NodeId;
const masked = (text: string) => text as MaskedText;
const command = (number: number, action: Action): Command => ({
  number,
  grant: 1 as GrantId,
  action,
});
const typed = (number: number, text: string) => command(number, { type: 'text', node, text });

function setUp(stored = new Map<string, string>()) {
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  } as Storage;
  const line = { open: true, sent: [] as NumberedEntry[], messages: 0 };
  const send = (message: Message) => {
    if (!line.open || message.kind !== 'entries') return false;
    line.messages++;
    line.sent.push(...decodeEntries(message.entries)!);
    return true;
  };
  const trail = createTrail(storage, send, Date.now);
  trail.begin(member);
  const kinds = () => line.sent.map(({ entry }) => entry.kind);
  const began = () =>
    trail.emitted({ event: 'sessionStarted', detail: { agentName: 'Sam', resumed: false } }, 1);
  const ended = () =>
    trail.emitted({ event: 'sessionEnded', detail: { reason: 'endedByCustomer' } }, 9);
  return { trail, stored, line, kinds, began, ended };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const second = () => vi.advanceTimersByTime(flushEveryMs);

test('[TRAIL-3] what happens is told once a second, in order and numbered; what the relay knows better is not', () => {
  const { trail, line, began } = setUp();
  began();
  trail.page(masked('https://shop.example/'), masked('Shop'));
  trail.emitted({ event: 'paused', detail: {} }, 2);
  expect(line.sent).toEqual([]);
  second();
  expect(line.sent.map(({ number, entry }) => [number, entry.kind])).toEqual([
    [2, 'page'],
    [3, 'paused'],
  ]);
  second();
  expect(line.messages).toBe(1);
});

test('[TRAIL-6] a run of like commands is one entry, and no more leave in a second than one message holds', () => {
  const { trail, line } = setUp();
  for (let number = 1; number <= 5; number++) {
    trail.aimed(typed(number, 'secret'), masked('Postcode'));
    trail.cameOf({ number, result: 'performed' });
  }
  second();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    {
      kind: 'command',
      first: 1,
      last: 5,
      times: 5,
      deed: 'text',
      target: 'Postcode',
      result: 'performed',
    },
  ]);
  for (let number = 6; number <= 105; number++) {
    trail.aimed(typed(number, 'secret'), masked(`Field ${number}`));
    trail.cameOf({ number, result: 'performed' });
  }
  for (const total of [1, 2, 3, 4]) {
    second();
    expect(line.messages).toBe(1 + total);
    expect(line.sent.length).toBe(1 + Math.min(100, total * limits.entriesPerMessage));
  }
  expect(JSON.stringify(line.sent)).not.toContain('secret');
});

test('[TRAIL-3] what the site policy withholds is told by its sentence, and when it is shown again', () => {
  const { trail, line } = setUp();
  for (const pause of [
    null,
    '',
    null,
    '',
    'Your doctor’s letters.',
    'Your doctor’s letters.',
    '',
    null,
  ])
    trail.ruled(pause);
  second();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    { kind: 'paused', by: 'rule', rule: 'Your doctor’s letters.' },
    { kind: 'resumed' },
  ]);
});

test('[TRAIL-3] kinds asked for and granted, and what was confirmed, are told; an outcome that is told again is not', () => {
  const { trail, line } = setUp();
  trail.emitted(
    { event: 'controlRequested', detail: { agentName: 'Sam', kinds: ['click', 'fill'] } },
    1,
  );
  trail.emitted(
    { event: 'controlGranted', detail: { agentName: 'Sam', kinds: ['click'], once: true } },
    2,
  );
  trail.denied();
  trail.aimed(
    command(4, { type: 'click', place: { node, x: 0, y: 0 }, button: 0, count: 1, modifiers: 0 }),
    masked('Pay £49'),
  );
  trail.asked(4);
  trail.answered(4, true);
  trail.cameOf({ number: 4, result: 'performed' });
  trail.cameOf({ number: 4, result: 'performed' });
  second();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    { kind: 'controlRequested', kinds: ['click', 'fill'] },
    { kind: 'controlGranted', kinds: ['click'], once: true },
    { kind: 'controlDeclined', by: 'policy' },
    { kind: 'confirmAsked', number: 4, target: 'Pay £49' },
    { kind: 'confirmAnswered', number: 4, allowed: true },
    expect.objectContaining({ kind: 'command', first: 4, target: 'Pay £49', result: 'performed' }),
  ]);
});

test('[TRAIL-3] who held sharing is told: the customer, unless somebody else is named just before', () => {
  const { trail, line } = setUp();
  const pause = () => trail.emitted({ event: 'paused', detail: {} }, 1);
  trail.holding('site');
  pause();
  pause();
  second();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    { kind: 'paused', by: 'site', rule: '' },
    { kind: 'paused', by: 'customer', rule: '' },
  ]);
});

test('[TRAIL-3] the pointer is in no trail, and a command without an outcome is told when the page is left', () => {
  const { trail, line } = setUp();
  trail.aimed(command(1, { type: 'hover', place: { node, x: 0, y: 0 } }), masked('Menu'));
  trail.cameOf({ number: 1, result: 'performed' });
  trail.aimed(
    command(2, { type: 'click', place: { node, x: 0, y: 0 }, button: 0, count: 1, modifiers: 0 }),
    masked('Next page'),
  );
  trail.leave();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    expect.objectContaining({ first: 2, deed: 'click', target: 'Next page', result: 'left' }),
  ]);
});

test('[TRAIL-3] after a lost line what the relay has not confirmed is sent again', () => {
  const { trail, line, kinds } = setUp();
  trail.page(masked('https://shop.example/1'), masked('One'));
  second();
  trail.confirmed({ kind: 'trailHead', told: 1, position: 5, hash: 'h' });
  trail.page(masked('https://shop.example/2'), masked('Two'));
  second();
  line.open = false;
  trail.emitted({ event: 'paused', detail: {} }, 1);
  second();
  expect(kinds()).toEqual(['page', 'page']);
  line.open = true;
  trail.connected();
  expect(line.sent.slice(2).map(({ number }) => number)).toEqual([2, 3]);
});

test('[RECEIPT-4] it goes on from page to page of the session, and nothing stays in the tab when that has ended', () => {
  const first = setUp();
  first.began();
  first.trail.page(masked('https://shop.example/1'), masked('One'));
  first.trail.leave();
  expect(first.stored.size).toBe(1);
  const next = setUp(first.stored);
  next.trail.page(masked('https://shop.example/2'), masked('Two'));
  expect(next.trail.receipt()).toBeNull();
  next.ended();
  expect(next.stored.size).toBe(0);
  expect(next.trail.receipt()?.label).toBe('Download a receipt');
  next.trail.forget();
  expect(next.trail.receipt()).toBeNull();
});

test('[RECEIPT-4] another session begins with nothing of the one before', () => {
  const { trail, line } = setUp();
  trail.page(masked('https://shop.example/1'), masked('One'));
  trail.begin({ ...member, session: 'other' });
  second();
  expect(line.sent).toEqual([]);
});

test('[RECEIPT-4] there is no receipt of a session that shared nothing, or that goes on in another tab', () => {
  const declined = setUp();
  declined.ended();
  expect(declined.trail.receipt()).toBeNull();
  const moved = setUp();
  moved.began();
  moved.trail.emitted({ event: 'sessionEnded', detail: { reason: 'superseded' } }, 9);
  expect(moved.trail.receipt()).toBeNull();
});

test('[TRAIL-6] a page is told once until it changes, with the title that it gets; and all of it is bounded', () => {
  const { trail, line, kinds } = setUp();
  const at = (path: string, title: string) =>
    trail.page(masked(`https://shop.example${path}`), masked(title));
  at('/1', '');
  at('/1', 'One');
  second();
  at('/1', '(2) One');
  at('/2', 'Two');
  second();
  expect(line.sent.map(({ entry }) => entry)).toEqual([
    expect.objectContaining({ title: 'One' }),
    expect.objectContaining({ title: 'Two' }),
  ]);
  for (let count = 0; count < 2 * limits.entriesPerSession; count++) at(`/${count}`, '');
  trail.flush(true);
  expect(kinds().length).toBe(limits.entriesPerSession);
});

test('[RECEIPT-4] a storage that is full, or holds nonsense, stops nothing', () => {
  const stored = new Map([['alongside.trail', '{"member":']]);
  const { trail, line } = setUp(stored);
  trail.page(masked('https://shop.example/1'), masked('One'));
  stored.set = () => {
    throw new Error('full');
  };
  second();
  expect(line.sent.length).toBe(1);
});
