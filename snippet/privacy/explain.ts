// Who decided about a node: of those whose decision still stands, the one that can be overridden least, and of its places the nearest.
import type { Decider, Reason, Treatment } from '../../protocol/controlPlane.ts';
import type { ActiveRule, Compiled, Source } from './compile.ts';
import { careBits } from './policy.ts';
import type { PrivacyPolicy } from './policy.ts';
import { parentOf } from './parentOf.ts';
import { isMatched } from './queries.ts';

const lists = { masked: 'mask', blocked: 'block', locked: 'lock' } as const;
const maskedBy = {
  builtIn: careBits.byBuiltIn,
  relay: careBits.byRelay,
  page: careBits.byPage,
  agent: careBits.byAgent,
} as const;

/** In the order of the treatments; what does not befall the node is not in it. */
export function explain(node: Node, policy: PrivacyPolicy, { active }: Compiled): Reason[] {
  const care = policy.careOf(node);
  // Not the protocol's list: with it all of its codecs would come along.
  return (['masked', 'blocked', 'locked'] as const)
    .filter((treatment) => care & careBits[treatment])
    .map((treatment) => ({ treatment, ...deciderOf(treatment) }));

  function deciderOf(treatment: Treatment): { by: Decider; rule: string } {
    const isMask = treatment === 'masked';
    const stands = (who: keyof typeof maskedBy) => !isMask || (care & maskedBy[who]) !== 0;
    if (isMask && stands('builtIn')) {
      for (const at of around(node)) {
        const kind = policy.builtIn(at);
        if (kind) return { by: kind, rule: '' };
      }
    }
    for (const who of ['relay', 'page', 'agent'] as const) {
      if (!stands(who)) continue;
      for (const at of around(node)) {
        const rule = who === 'page' ? null : ruleFor(who, at, treatment);
        if (rule) return { by: who, rule };
        if (who === 'page' && says(at, treatment)) return { by: who, rule: '' };
      }
      const whole = active.find(({ source, rule }) => source === who && rule.maskByDefault);
      if (isMask && whole) return { by: who, rule: whole.rule.name };
    }
    // Nothing here says so: the page around this one does, or it could not be decided.
    return { by: policy.base() & careBits[treatment] ? 'frame' : 'doubt', rule: '' };
  }

  function ruleFor(who: Source, at: Element, treatment: Treatment): string | null {
    const isSaid = ({ source, rule }: ActiveRule) =>
      source === who && rule[lists[treatment]].some((selector) => isMatched(at, selector));
    return active.find(isSaid)?.rule.name ?? null;
  }
}

function says(at: Element, treatment: Treatment): boolean {
  const words: readonly string[] =
    at.getAttribute('data-alongside')?.toLowerCase().match(/\S+/g) ?? [];
  if (treatment !== 'masked') return words.includes(lists[treatment]);
  return words.some((word) => !/^(unmask|lock|block)$/.test(word));
}

/** The element and what it stands in, the nearest first: what a slot shows stands in the slot before it stands in the host. */
function* around(node: Node): Iterable<Element> {
  for (let at: Node | null = node; at; at = outside(at)) if (at.nodeType === 1) yield at as Element;
}

function outside(node: Node): Node | null {
  const { assignedSlot } = node as Element;
  if (assignedSlot?.localName === 'slot') return assignedSlot;
  const parent = parentOf(node);
  if (parent) return parent;
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  try {
    return node.nodeType === 9 ? ((node as Document).defaultView?.frameElement ?? null) : null;
  } catch {
    return null;
  }
}
