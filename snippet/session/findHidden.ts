// What of the page the agent does not see, or may not press: the same policy that the mirror obeys, asked once more for the customer.
import { careBits } from '../privacy/policy.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import type { Hidden } from '../overlay/hiddenPanel.ts';

export function findHidden(
  page: Document,
  policy: PrivacyPolicy,
  isOwn: (node: Node) => boolean,
): Hidden[] {
  const found: Hidden[] = [];
  const open: [node: Node, care: number, lockShown: boolean][] = [
    [page, policy.careOf(page), false],
  ];
  for (let at = open.pop(); at; at = open.pop()) {
    const [node, care, lockShown] = at;
    for (const child of childrenOf(node)) {
      if (isOwn(child)) continue;
      const inner = policy.careWithin(care, child);
      if (!(child instanceof Element)) {
        open.push([child, inner, lockShown]);
        continue;
      }
      const locked = (inner & careBits.locked) !== 0;
      if (inner & careBits.blocked) {
        found.push({ node: child, how: 'blocked' });
        continue;
      }
      if (inner & careBits.masked && showsSomething(child))
        for (const part of maskedParts(child, inner, policy))
          found.push({ node: part, how: 'masked' });
      else if (locked && !lockShown) found.push({ node: child, how: 'locked' });
      open.push([child, inner, locked]);
    }
  }
  return found;
}

function childrenOf(node: Node): Node[] {
  const { shadowRoot } = node as Element;
  const children: Node[] = [...node.childNodes].filter(({ nodeType }) => nodeType === 1);
  if (shadowRoot) children.push(shadowRoot);
  const inner = framedBy(node);
  if (inner) children.push(inner);
  return children;
}

function framedBy(node: Node): Document | null {
  try {
    return (node as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    // Another site's page: not mirrored at all.
    return null;
  }
}

/** The element itself, or only its own texts where something in it is unmasked and seen. */
function maskedParts(element: Element, care: number, policy: PrivacyPolicy): Node[] {
  if (!holdsUnmasked(element, care, policy)) return [element];
  return [...element.childNodes].filter((child) => child.nodeType === 3 && child.nodeValue!.trim());
}

function holdsUnmasked(node: Node, care: number, policy: PrivacyPolicy): boolean {
  return childrenOf(node).some((child) => {
    const inner = policy.careWithin(care, child);
    return (inner & careBits.masked) === 0 || holdsUnmasked(child, inner, policy);
  });
}

/** Masking shows where there is a value, a picture or text of the element's own. */
function showsSomething(element: Element): boolean {
  return (
    element.matches('input,textarea,select,img,video,canvas,svg') ||
    [...element.childNodes].some((child) => child.nodeType === 3 && child.nodeValue!.trim())
  );
}
