// The site's policies at work on a page: which of their rules hold at its address, what their selectors find, and who decided about a node.
// A part of its own, fetched where there are rules. Decisions are by what matches when they are asked for; what was found is kept only to
// know what has changed.
import type { Reason } from '../../protocol/controlPlane.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import type { Capability } from '../../protocol/sitePolicy.ts';
import { compile } from './compile.ts';
import type { Compiled, Policies } from './compile.ts';
import { createDrift } from './drift.ts';
import { explain } from './explain.ts';
import { pagePath } from './pagePath.ts';
import { LIFT } from './policy.ts';
import type { Care, PrivacyPolicy, Root, Rules } from './policy.ts';
import { parentOf } from './parentOf.ts';
import { isMatched, queryAll } from './queries.ts';

/** `pause`: why nothing of the page may be shown; null where it may. */
export interface Ruling {
  readonly pause: string | null;
  readonly denied: readonly Capability[];
}

/** What a page hands down to one that joins from its frame: a rule that holds here holds there. */
export interface Handed {
  readonly policies: Policies;
  readonly paths: readonly string[];
}

export interface RulesOptions {
  readonly window: Window;
  readonly policies: Policies;
  /** Of the pages around this one, when it is in a frame of theirs. */
  readonly pathsAround?: readonly string[];
  /** The address has led to another one. */
  readonly onRuling: (ruling: Ruling) => void;
  readonly report?: (message: MessageOf<'ruleMatches'>) => void;
}

export interface SiteRules extends Rules {
  /** The policies are others. */
  use(policies: Policies): void;
  ruling(): Ruling;
  /** Looks at the address; true where the page may be shown. */
  look(): boolean;
  /** For pages that join from frames. Another object whenever the rules of this page are others. */
  handed(): Handed;
  denies(capability: Capability): boolean;
  /** Whether the customer is asked before this is pressed. `commits`: whether it submits, pays or deletes. */
  confirms(element: Element, commits: () => boolean): boolean;
  explain(node: Node, policy: PrivacyPolicy): Reason[];
  /** The page is left, or not shared any more. */
  leave(): void;
  stop(): void;
}

/** Where nothing is told, nothing else looks at the address. */
const LOOK_EVERY_MS = 200;
/** For everything that is asked before one flush. */
const MOST_MS = 1000;

export function createRules(options: RulesOptions): SiteRules {
  const { window: view, pathsAround = [], onRuling } = options;
  let { policies } = options;
  let address = '';
  let path = '';
  let compiled!: Compiled;
  let handed!: Handed;
  /** What the page was told by. */
  let toldBase: Care | null = null;
  let matched = new Map<Element, number>();
  /** Nodes that hold an element which is under more care than they are. */
  let near = new Set<Node>();
  let leftMs = MOST_MS;
  const drift = createDrift(options.report ?? (() => {}), () => view.performance.now());

  function renew(): void {
    const before = compiled?.active ?? [];
    const paths = [...pathsAround, path];
    compiled = compile(policies, paths);
    // Another page under the same rules is nothing new to what has joined.
    const isSame = compiled.active.every(({ rule }, at) => rule === before[at]?.rule);
    if (handed?.policies !== policies || !isSame || before.length !== compiled.active.length)
      handed = { policies, paths };
    if (options.report) drift.enter(path, compiled.watched, compiled.refused);
  }

  const ruling = (): Ruling => ({ pause: compiled.pause, denied: compiled.denied });

  function look(): boolean {
    const { href } = view.location;
    if (href !== address) {
      address = href;
      const next = pagePath(view.location);
      if (next !== path) {
        const before = JSON.stringify(ruling());
        path = next;
        renew();
        if (JSON.stringify(ruling()) !== before) onRuling(ruling());
      }
    }
    return compiled.pause === null;
  }

  function said(element: Element): number {
    if (!compiled.all || !isMatched(element, compiled.all)) return 0;
    let bits = 0;
    for (const one of compiled.says) if (isMatched(element, one.selector)) bits |= one.bits;
    return bits;
  }

  /** Whoever wrote them: what keeps the page from working holds nothing. */
  function giveUp(): void {
    compiled = { ...compiled, pause: 'The privacy rules take too long on this page.' };
    // The page may be in the midst of being told: nothing leaves any more, and it is put away afterwards.
    queueMicrotask(() => onRuling(ruling()));
  }

  function meet(root: Root): void {
    for (const { selector, bits } of compiled.each) {
      if (compiled.pause !== null) return;
      const startMs = view.performance.now();
      for (const element of queryAll(root, selector)) {
        matched.set(element, (matched.get(element) ?? 0) | bits);
        if (bits >> LIFT) continue;
        for (let at = parentOf(element); at && !near.has(at); at = parentOf(at)) near.add(at);
      }
      leftMs -= view.performance.now() - startMs;
      if (leftMs < 0) giveUp();
    }
  }

  function changedIn(roots: readonly Root[]): Element[] {
    const before = matched;
    matched = new Map();
    near = new Set();
    roots.forEach(meet);
    const changed = [...matched].flatMap(([element, bits]) =>
      before.get(element) === bits ? [] : [element],
    );
    for (const element of before.keys()) if (!matched.has(element)) changed.push(element);
    return changed;
  }

  const timer = view.setInterval(look, LOOK_EVERY_MS);
  address = view.location.href;
  path = pagePath(view.location);
  renew();

  return {
    use(next) {
      if (next.relay === policies.relay && next.agent === policies.agent) return;
      policies = next;
      renew();
    },
    ruling,
    look,
    handed: () => handed,
    denies(capability) {
      look();
      return compiled.denied.includes(capability);
    },
    confirms(element, commits) {
      look();
      const { selector, commits: asked, all } = compiled.confirm;
      if (all || (selector && isMatched(element, `:is(${selector}), :is(${selector}) *`)))
        return true;
      return asked && commits();
    },
    base() {
      look();
      return compiled.base;
    },
    said,
    speakIn: (element) => near.has(element),
    meet,
    settle(roots) {
      if (!look()) return 'held';
      const all = [...roots];
      leftMs = MOST_MS;
      drift.look(all);
      const isRenewed = toldBase !== null && toldBase !== compiled.base;
      toldBase = compiled.base;
      const changed = changedIn(all);
      // Not all of them were asked.
      if (compiled.pause !== null) return 'held';
      return isRenewed ? 'renewed' : changed;
    },
    explain: (node, policy) => explain(node, policy, compiled),
    leave: () => drift.enter(path, compiled.watched, []),
    stop: () => view.clearInterval(timer),
  };
}
