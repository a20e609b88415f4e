// What an element is called, as a person or a screen reader finds it: short, and without anything that is masked.
import { careBits } from '../privacy/policy.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { isInput } from './fields.ts';

const longest = 60;

export function nameOf(element: Element, policy: PrivacyPolicy): string {
  const { masked, blocked } = careBits;
  const isSeen = (node: Node) => (policy.careOf(node) & (masked | blocked)) === 0;
  const textOf = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? '';
    if (node.nodeType !== 1 || !isSeen(node)) return '';
    const inner = node as HTMLElement;
    if (/^(script|style|template)$/.test(inner.localName)) return '';
    if (inner.localName === 'img') return ` ${inner.getAttribute('alt') ?? ''} `;
    return [...inner.childNodes].map(textOf).join('');
  };
  if (!isSeen(element)) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = (element.getAttribute('aria-labelledby') ?? '').match(/\S+/g) ?? [];
  const labelled = named.map((id) => {
    const label = root.getElementById(id);
    return label ? textOf(label) : '';
  });
  const value = isInput(element) && /^(button|submit|reset)$/.test(element.type) && element.value;
  const found = [
    labelled.join(' '),
    element.getAttribute('aria-label'),
    value,
    element.getAttribute('alt'),
    textOf(element),
    element.getAttribute('title'),
  ];
  const name = found.map((each) => (each || '').replace(/\s+/g, ' ').trim()).find(Boolean) ?? '';
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
}
