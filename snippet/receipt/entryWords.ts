// Every entry of a session, in the customer's words: what happened, and for a command what came of it.
import type { Deed, Entry } from '../../protocol/entry.ts';

export interface Words {
  readonly says: string;
  /** Of a command alone. */
  readonly outcome?: { readonly done: boolean; readonly says: string };
}

const kinds: Readonly<Record<string, string>> = {
  click: 'press buttons and links',
  fill: 'fill in fields',
  navigate: 'go to other pages',
};
const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'use the page' : names.map((name) => kinds[name] ?? name).join(', ');

/** What was done, what was tried, and to what where it has no name. */
const deeds: { readonly [D in Deed]: readonly [done: string, tried: string, unnamed: string] } = {
  click: ['Pressed', 'press', 'a place on the page'],
  hover: ['Pointed at', 'point at', 'the page'],
  text: ['Typed in', 'type in', 'the page'],
  key: ['Pressed keys in', 'press keys in', 'the page'],
  fill: ['Filled in', 'fill in', 'a field'],
  select: ['Chose in', 'choose in', 'a list'],
  scroll: ['Scrolled', 'scroll', 'the page'],
  navigate: ['Went to', 'go to', 'another page'],
  drag: ['Dragged', 'drag', 'something'],
  paste: ['Pasted into', 'paste into', 'the page'],
};

const refusals: Readonly<Record<string, string>> = {
  locked: 'Refused: only you can use it',
  masked: 'Refused: it is hidden from the agent',
  blocked: 'Refused: it is not shared',
  forbidden: 'Refused: never allowed',
  otherOrigin: 'Refused: it leads to another website',
  noGrant: 'Refused: not allowed any more',
  staleGrant: 'Refused: not allowed any more',
  notGranted: 'Refused: you did not allow this',
  denied: 'Refused: the website does not allow this',
  declined: 'Refused: you said no',
  customerActive: 'Not done: you were using it',
  paused: 'Refused: sharing was paused',
  left: 'The page was left before it was known',
  unknown: 'Not known: the page was left',
};

const revokes: Readonly<Record<string, (agent: string) => string>> = {
  customer: () => 'You took control back.',
  agent: (agent) => `${agent} gave control back.`,
  paused: () => 'Control ended, because sharing was paused.',
  used: () => 'Control ended: it was for once.',
};

const ends: Readonly<Record<string, (agent: string) => string>> = {
  endedByCustomer: () => 'You stopped sharing.',
  endedByAgent: (agent) => `${agent} ended sharing.`,
  customerGone: () => 'Sharing ended: your page was away too long.',
  agentGone: (agent) => `Sharing ended: ${agent} lost the connection.`,
  conversationEnded: () => 'Sharing ended with the conversation.',
  conversationTransferred: () => 'Sharing ended: you were passed on.',
  inactivity: () => 'Sharing ended: nothing happened for a while.',
};

export function entryWords(entry: Entry, agent: string): Words {
  switch (entry.kind) {
    case 'created':
      return { says: 'The session was opened.' };
    case 'joined':
      return { says: `${entry.name} joined.` };
    case 'left':
      return { says: `${entry.name} left.` };
    case 'viewGranted':
      return { says: `You let ${agent} see this website.` };
    case 'page':
      return { says: `Page: ${entry.title || entry.address}` };
    case 'paused':
      return { says: pauseWords(entry.by, entry.rule) };
    case 'resumed':
      return { says: 'Sharing went on.' };
    case 'controlRequested':
      return { says: `${agent} asked to ${listed(entry.kinds)}.` };
    case 'controlGranted':
      return { says: `You let ${agent} ${listed(entry.kinds)}${entry.once ? ', once' : ''}.` };
    case 'controlDeclined':
      return {
        says: entry.by === 'policy' ? 'The website does not allow it.' : 'You said no.',
      };
    case 'controlRevoked':
      return { says: (revokes[entry.reason] ?? (() => 'Control ended.'))(agent) };
    case 'command': {
      const [didIt, triedIt, unnamed] = deeds[entry.deed];
      const times = entry.times > 1 ? `, ${entry.times} times` : '';
      const done = entry.result === 'performed';
      return {
        says: `${done ? didIt : `Tried to ${triedIt}`} ${entry.target ? `“${entry.target}”` : unnamed}${times}`,
        outcome: {
          done,
          says: done ? 'Done' : (refusals[entry.result] ?? 'Not done: the page did not take it'),
        },
      };
    }
    case 'confirmAsked':
      return { says: `You were asked about ${entry.target ? `“${entry.target}”` : 'a press'}.` };
    case 'confirmAnswered':
      return { says: entry.allowed ? 'You allowed it.' : 'You said no.' };
    case 'ended':
      return { says: (ends[entry.reason] ?? (() => 'Sharing ended.'))(agent) };
    case 'full':
      return { says: 'More happened than is kept here.' };
  }
}

function pauseWords(by: Extract<Entry, { kind: 'paused' }>['by'], rule: string): string {
  switch (by) {
    case 'customer':
      return 'You paused sharing.';
    case 'panicKey':
      return 'You paused sharing by the Escape key.';
    case 'site':
      return 'The website paused sharing.';
    case 'rule':
      return `This page is not shared: ${rule}`;
  }
}
