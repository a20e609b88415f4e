// The rules that hold on a page, made ready to be asked: one query for all selectors, and one for each thing that they say. A selector that
// this browser does not take leaves its rule without effect, and then nothing of the page may be shown.
import { matchesPath } from '../../protocol/matchesPath.ts';
import type { Decider, Finding } from '../../protocol/controlPlane.ts';
import { selectorProblem } from '../../protocol/selectorProblem.ts';
import type {
  Capability,
  COMMITS as Commits,
  PolicyRule,
  selectorLists as lists,
  SitePolicy,
} from '../../protocol/sitePolicy.ts';
import { careBits, LIFT } from './policy.ts';
import type { Care } from './policy.ts';

export type Source = Extract<Decider, 'relay' | 'agent'>;
export type Policies = { readonly [S in Source]: SitePolicy };

export interface ActiveRule {
  readonly source: Source;
  readonly rule: PolicyRule;
}

export interface Saying {
  readonly selector: string;
  /** As `Rules.said` tells them. */
  readonly bits: number;
}

export interface Compiled {
  readonly active: readonly ActiveRule[];
  readonly base: Care;
  /** Everything that says something about an element; empty where nothing does. */
  readonly all: string;
  readonly says: readonly Saying[];
  /** The same, selector by selector: browsers find what has a class or an id far quicker by that alone. */
  readonly each: readonly Saying[];
  /** Why nothing of the page may be shown; null where it may. */
  readonly pause: string | null;
  readonly denied: readonly Capability[];
  readonly confirm: { readonly selector: string; readonly commits: boolean; readonly all: boolean };
  /** What is looked after for the relay: its own selectors, each with its rule. */
  readonly watched: readonly Omit<Finding, 'found'>[];
  readonly refused: readonly Omit<Finding, 'found'>[];
}

// The protocol's words, without the codecs that would come along with them.
const COMMITS: typeof Commits = 'commits';
const selectorLists: typeof lists = ['mask', 'unmask', 'block', 'lock', 'confirm'];

const sources: readonly Source[] = ['relay', 'agent'];
const bitOf = { relay: careBits.byRelay, agent: careBits.byAgent } as const;

const known = new Map<string, boolean>();

/** Whether this browser takes it, alone and joined to others. */
function isTaken(selector: string): boolean {
  let taken = known.get(selector);
  if (taken !== undefined) return taken;
  taken = selectorProblem(selector) === null;
  try {
    if (taken) document.createDocumentFragment().querySelector(selector);
  } catch {
    taken = false;
  }
  known.set(selector, taken);
  return taken;
}

/** `paths`: of the page, and of the pages around it where it is in a frame. A rule that holds on any of them holds here. */
export function compile(policies: Policies, paths: readonly string[]): Compiled {
  const active = sources.flatMap((source) =>
    policies[source]
      .filter((rule) => paths.some((path) => matchesPath(rule.paths, path)))
      .map((rule): ActiveRule => ({ source, rule })),
  );
  const taken = (from: readonly ActiveRule[], name: (typeof selectorLists)[number]): string[] =>
    from
      .flatMap(({ rule }) => rule[name])
      .filter((selector) => selector !== COMMITS && isTaken(selector));
  const of = (source: Source) => active.filter((one) => one.source === source);
  const lists = [
    ...sources.flatMap((source) => [
      { selectors: taken(of(source), 'mask'), bits: bitOf[source] },
      { selectors: taken(of(source), 'unmask'), bits: bitOf[source] << LIFT },
    ]),
    { selectors: taken(active, 'block'), bits: careBits.blocked },
    { selectors: taken(active, 'lock'), bits: careBits.locked },
  ].filter(({ selectors }) => selectors.length > 0);
  const says = lists.map(({ selectors, bits }) => ({ selector: selectors.join(), bits }));

  const selectorsOf = (from: readonly ActiveRule[]) =>
    from.flatMap(({ rule }) =>
      selectorLists.flatMap((name) =>
        rule[name]
          .filter((selector) => selector !== COMMITS)
          .map((selector) => ({ rule: rule.name, selector })),
      ),
    );
  const confirmed = active.flatMap(({ rule }) => rule.confirm);
  return {
    active,
    base: active.reduce(
      (care, { source, rule }) => care | (rule.maskByDefault ? bitOf[source] : 0),
      0,
    ),
    all: says.map(({ selector }) => selector).join(),
    says,
    each: lists.flatMap(({ selectors, bits }) => selectors.map((selector) => ({ selector, bits }))),
    pause: pauseOf(active),
    denied: [...new Set(active.flatMap(({ rule }) => rule.deny))],
    confirm: {
      selector: taken(active, 'confirm').join(),
      commits: confirmed.includes(COMMITS),
      all: confirmed.some((selector) => selector !== COMMITS && !isTaken(selector)),
    },
    watched: selectorsOf(of('relay')).filter(({ selector }) => isTaken(selector)),
    refused: selectorsOf(of('relay')).filter(({ selector }) => !isTaken(selector)),
  };
}

function pauseOf(active: readonly ActiveRule[]): string | null {
  const paused = active.find(({ rule }) => rule.pause !== '');
  if (paused) return paused.rule.pause;
  const broken = active.find(({ rule }) =>
    [...rule.mask, ...rule.block, ...rule.lock].some((selector) => !isTaken(selector)),
  );
  return broken ? `The privacy rule “${broken.rule.name}” does not work in this browser.` : null;
}
