// The site policy: rules for the pages of a site that are kept beside it, by the relay or by a company's browsers. Shape, codec and limits;
// what a rule does to a page is decided in snippet/privacy. Each rule adds: the strictest of all that hold is what counts.
import { flag, list, oneOf, struct, text } from './codec.ts';
import type { Infer } from './codec.ts';
import { limits } from './limits.ts';

/** How a rule's paths are compared (matchesPath.ts). */
export const pathTests = ['contains', 'starts', 'ends', 'equals', 'glob'] as const;

/** What a rule may take from the agent. The first three are control. */
export const capabilities = ['click', 'fill', 'navigate', 'draw', 'comment'] as const;
export type Capability = (typeof capabilities)[number];

/** In `confirm`: whatever submits, pays or deletes. No element has this name. */
export const COMMITS = 'commits';

export const pathMatcher = struct({ test: oneOf(pathTests), value: text(limits.policyPathLength) });
export type PathMatcher = Infer<typeof pathMatcher>;

const selectors = list(text(limits.selectorLength), limits.ruleSelectors);

export const policyRule = struct({
  /** Unique within its policy: people read it, and what is reported names it. */
  name: text(limits.nameLength),
  /** The rule holds where any of these does; on every page where there is none. */
  paths: list(pathMatcher, limits.rulePaths),
  mask: selectors,
  /** Lifts what this policy masks, and nothing else. */
  unmask: selectors,
  block: selectors,
  lock: selectors,
  /** The whole page is masked but for what this policy unmasks. */
  maskByDefault: flag,
  /** Nothing of the page is sent, and both sides read this sentence. Empty: the page is shared. */
  pause: text(limits.pauseLength),
  deny: list(oneOf(capabilities), capabilities.length),
  /** What asks the customer each time: selectors, and `COMMITS`. */
  confirm: selectors,
});
export type PolicyRule = Infer<typeof policyRule>;

export const sitePolicy = list(policyRule, limits.policyRules);
export type SitePolicy = Infer<typeof sitePolicy>;

/** The lists of selectors that a rule has. */
export const selectorLists = ['mask', 'unmask', 'block', 'lock', 'confirm'] as const;
