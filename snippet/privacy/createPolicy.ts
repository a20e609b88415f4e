// The privacy policy: built-in rules, the page's own attributes, and the rules that a site's policies have for the page. The strictest of
// all holds. When a decision throws, the subtree is blocked.
import { careBits, LIFT } from './policy.ts';
import type { BuiltIn, Care, PrivacyPolicy, Rules } from './policy.ts';
import { parentOf } from './parentOf.ts';
import { sensitiveKind } from './sensitiveField.ts';

// One by one: the build puts the numbers in their place.
const masked = careBits.masked;
const locked = careBits.locked;
const blocked = careBits.blocked;
const byBuiltIn = careBits.byBuiltIn;
const byPage = careBits.byPage;
const everything = masked | locked | blocked | byBuiltIn;
const byRules = careBits.byRelay | careBits.byAgent;
const byAnybody = byBuiltIn | byPage | byRules;

/** Masked is what anybody masks. */
const settled = (care: Care): Care => (care & byAnybody ? care | masked : care & ~masked);

export interface RuledPolicy extends PrivacyPolicy {
  /** From now on; null for none. */
  obey(rules: Rules | null): void;
}

/**
 * `onceSensitive`: a password stays one while its page lives, even when "show password" turns it into a text field.
 * `handedDown`: what the element around a page that has joined from a frame says. Nothing in that page undoes it; the rules that mask it
 * may lift that again.
 */
export function createPolicy(
  onceSensitive = new WeakSet<EventTarget>(),
  handedDown: Care = 0,
): RuledPolicy {
  let rules: Rules | null = null;
  const fixed = settled(handedDown & ~byRules);

  function builtIn(element: Element): BuiltIn | null {
    const name = element.localName;
    const isField = name === 'input' || name === 'textarea' || name === 'select';
    // A component that stands for a field bears the field's attributes, and often what was typed as its own value.
    if (!isField && !name.includes('-')) return null;
    const of = (attribute: string) => element.getAttribute(attribute) ?? '';
    const words = `${of('name')} ${element.id} ${of('placeholder')} ${of('aria-label')} ${isField ? labelOf(element as HTMLInputElement) : of('label')}`;
    let kind = sensitiveKind({
      type: name === 'input' || !isField ? of('type').toLowerCase() : '',
      autocomplete: of('autocomplete').toLowerCase(),
      words: isField || element.hasAttribute('value') ? words : '',
    });
    kind ??= isField && isDotted(element) ? 'dots' : null;
    if (kind) onceSensitive.add(element);
    return kind ?? (onceSensitive.has(element) ? 'password' : null);
  }

  function decide(parent: Care, element: Element): Care {
    const said = element.getAttribute('data-alongside');
    let care = said === null ? parent : obey(parent, said);
    const ruled = rules?.said(element);
    if (ruled) care = (care & ~(ruled >> LIFT)) | (ruled & ((1 << LIFT) - 1));
    return builtIn(element) ? care | byBuiltIn : care;
  }

  function obey(parent: Care, said: string): Care {
    const words: readonly string[] = said.toLowerCase().match(/\S+/g) ?? [];
    let care = parent;
    if (words.includes('unmask')) care &= ~byPage;
    // A word we do not know was meant to keep something: in doubt, masked.
    if (words.some((word) => !/^(unmask|lock|block)$/.test(word))) care |= byPage;
    if (words.includes('lock')) care |= locked;
    if (words.includes('block')) care |= blocked;
    return care;
  }

  function careWithin(parent: Care, node: Node): Care {
    try {
      const { assignedSlot } = node as Element;
      // A form's field of that name stands in the way of the property.
      const around =
        assignedSlot?.localName === 'slot' ? parent | careInShadow(parent, assignedSlot) : parent;
      return settled(fixed | (node.nodeType === 1 ? decide(around, node as Element) : around));
    } catch {
      // In doubt, nothing of it leaves.
      return everything;
    }
  }

  /** What the shadow tree that shows a node hands down to it: `parent` is the care of the host, where the node stands. */
  function careInShadow(parent: Care, slot: Node): Care {
    const path: Node[] = [];
    for (let at: Node | null = slot; at && at.nodeType !== 11; at = parentOf(at)) path.push(at);
    return path.reduceRight<Care>(careWithin, parent);
  }

  const base = (): Care => settled(handedDown | (rules?.base() ?? 0));

  return {
    careWithin,
    base,
    builtIn,
    careOf(node) {
      const path: Node[] = [];
      try {
        for (let at: Node | null = node; at; at = above(at)) path.push(at);
      } catch {
        // A document that hides what is above it may be inside anything.
        return everything;
      }
      return path.reduceRight<Care>(careWithin, base());
    },
    speaksIn: (element) => rules !== null && rules.speakIn(element),
    settle: (roots) => rules?.settle(roots) ?? [],
    meet: (root) => rules?.meet(root),
    obey: (next) => void (rules = next),
  };
}

/** Parent, shadow host, or the element that frames a same-origin document. */
function above(node: Node): Node | null {
  const parent = parentOf(node);
  if (parent) return parent;
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  if (node.nodeType !== 9) return null;
  // A picture of that name stands in the way of the property.
  const view = Reflect.get(Document.prototype, 'defaultView', node) as Window | null;
  return view?.frameElement ?? null;
}

/** What a box that is ticked is called says what it stands for, not what is typed into it. */
const unlabelled = /^(checkbox|radio|button|submit|reset|image|file)$/;
const longestLabel = 80;

const wordsOf = (label: Node | null | undefined): string =>
  label?.textContent?.slice(0, longestLabel) ?? '';

type Root = Document | ShadowRoot | Element;
/** What labels say about the fields that they name by id. To ask each field for its labels is to go through the whole page for each. */
let labels = new Map<Root, Map<string, string>>();

function labelsIn(root: Root): Map<string, string> {
  let found = labels.get(root);
  if (found) return found;
  // True while no script of the page runs.
  if (labels.size === 0) queueMicrotask(() => (labels = new Map()));
  labels.set(root, (found = new Map()));
  for (const label of root.querySelectorAll('label[for]')) {
    const id = label.getAttribute('for')!;
    found.set(id, `${found.get(id) ?? ''} ${wordsOf(label)}`);
  }
  return found;
}

/** By the platform's own method: a form's field of this name stands in the way of the property. */
function labelAround(node: Node): Element | null {
  const parent = parentOf(node);
  return parent?.nodeType === 1 ? Element.prototype.closest.call(parent, 'label') : null;
}

function labelOf(field: HTMLInputElement): string {
  if (unlabelled.test(field.type)) return '';
  const root = field.getRootNode() as Root;
  let words = field.id ? (labelsIn(root).get(field.id) ?? '') : '';
  for (let at = labelAround(field); at; at = labelAround(at)) words += ` ${wordsOf(at)}`;
  const ids = field.getAttribute('aria-labelledby')?.match(/\S+/g) ?? [];
  for (const id of ids) words += ` ${wordsOf((root as Document).getElementById?.(id))}`;
  return words;
}

/** Shown as dots by its style, where a page avoids the password field. */
function isDotted(field: Element): boolean {
  const style = field.ownerDocument?.defaultView?.getComputedStyle(field);
  return !/^(none)?$/.test(style?.getPropertyValue('-webkit-text-security') ?? '');
}
