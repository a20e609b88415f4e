// What a session's trail is made of: an entry says who came and went, what was allowed, seen and done. Text of the page in it is masked, as the
// agent saw it; a value that was typed is in none.
import { as, flag, list, oneOf, struct, text, uint, union } from './codec.ts';
import type { Infer } from './codec.ts';
import { refusals } from './command.ts';
import { limits } from './limits.ts';
import type { MaskedText } from './maskedText.ts';
import { roles } from './roles.ts';

const name = text(limits.nameLength);
const masked = as<MaskedText>()(text(limits.entryTextLength));
/** A reason, a role or a kind of control, by the name that it has on the wire. */
const word = text(32);
const kinds = list(word, 8);
const who = struct({ role: oneOf(roles), name });
const nothing = struct({});

/** What a command does, in one word. */
export const deeds = [
  'click',
  'hover',
  'text',
  'key',
  'fill',
  'select',
  'scroll',
  'navigate',
  'drag',
  'paste',
] as const;
export type Deed = (typeof deeds)[number];

/** Who held sharing: `rule` is the site policy's, in its words for the customer; `site` a script of the page. */
export const holders = ['customer', 'panicKey', 'site', 'rule'] as const;
export type Holder = (typeof holders)[number];

/** `left`: the page was left before it was known what came of it. */
export const results = ['performed', ...refusals, 'left'] as const;

export const entry = union('kind', {
  created: struct({ agent: name }),
  joined: who,
  left: who,
  viewGranted: nothing,
  page: struct({ address: masked, title: masked }),
  paused: struct({ by: oneOf(holders), rule: text(limits.pauseLength) }),
  resumed: nothing,
  controlRequested: struct({ kinds }),
  controlGranted: struct({ kinds, once: flag }),
  controlDeclined: struct({ by: word }),
  controlRevoked: struct({ reason: word }),
  /** One command, or a run of like ones to the same target: numbers `first` to `last`, `times` of them. */
  command: struct({
    first: uint,
    last: uint,
    times: uint,
    deed: oneOf(deeds),
    target: masked,
    result: oneOf(results),
  }),
  confirmAsked: struct({ number: uint, target: masked }),
  confirmAnswered: struct({ number: uint, allowed: flag }),
  /** The reason's name, or that of the close code that the customer's page was told. */
  ended: struct({ reason: word }),
  /** As many entries as a trail holds: what follows is not kept, but for the end. */
  full: nothing,
});
export type Entry = Infer<typeof entry>;

/** Kinds that the relay knows better than the customer's page, and takes from nobody. */
export const isRelaysOwn = ({ kind }: Entry): boolean =>
  /^(created|joined|left|viewGranted|ended|full)$/.test(kind);

/** An entry on its way: the customer's page numbers its own, so that each is kept once. */
export const numberedEntry = struct({ number: uint, entry });
