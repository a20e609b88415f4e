// The privacy policy: built-in rules and the page's own attributes. When a decision throws, the subtree is blocked.
import { careBits } from './policy.ts';
import type { Care, PrivacyPolicy } from './policy.ts';
import { isSensitiveField } from './sensitiveField.ts';

const everything = careBits.masked | careBits.locked | careBits.blocked;

export function createPolicy(): PrivacyPolicy {
  // A password stays one while its page lives, even when "show password" turns it into a text field.
  const onceSensitive = new WeakSet<Node>();

  function sensitive(element: Element): boolean {
    const name = element.localName;
    if (name !== 'input' && name !== 'textarea' && name !== 'select') return false;
    if (onceSensitive.has(element)) return true;
    const of = (attribute: string) => element.getAttribute(attribute) ?? '';
    const found = isSensitiveField({
      type: name === 'input' ? of('type').toLowerCase() : '',
      autocomplete: of('autocomplete').toLowerCase(),
      words: `${of('name')} ${element.id} ${of('placeholder')} ${of('aria-label')}`,
    });
    if (found) onceSensitive.add(element);
    return found;
  }

  function decide(parent: Care, element: Element): Care {
    const words = element.getAttribute('data-alongside')?.split(/\s+/) ?? [];
    let care = parent;
    if (words.includes('unmask')) care &= ~careBits.masked;
    if (words.includes('mask') || sensitive(element)) care |= careBits.masked;
    if (words.includes('lock')) care |= careBits.locked;
    if (words.includes('block')) care |= careBits.blocked;
    return care;
  }

  function careWithin(parent: Care, node: Node): Care {
    if (node.nodeType !== 1) return parent;
    try {
      return decide(parent, node as Element);
    } catch {
      // In doubt, nothing of it leaves.
      return everything;
    }
  }

  return {
    careWithin,
    careOf(node) {
      const path: Node[] = [];
      try {
        for (let at: Node | null = node; at; at = above(at)) path.push(at);
      } catch {
        // A document that hides what is above it may be inside anything.
        return everything;
      }
      return path.reduceRight<Care>(careWithin, 0);
    },
  };
}

/** Parent, shadow host, or the element that frames a same-origin document. */
function above(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  if (node.nodeType === 11) return (node as ShadowRoot).host ?? null;
  return node.nodeType === 9 ? ((node as Document).defaultView?.frameElement ?? null) : null;
}
