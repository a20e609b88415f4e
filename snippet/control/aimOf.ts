// What a command is aimed at, in the words that the agent saw: the element's accessible name, masked as the policy says. Never a value.
import type { MaskedText } from '../../protocol/maskedText.ts';
import { joinMasked, maskAttribute, maskText } from '../privacy/mask.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { isField, isInput } from './fields.ts';

/** Texts and elements that are looked at for a name: a page is large, a name is short. */
const mostNodes = 200;

export function aimOf(element: Element | null, policy: PrivacyPolicy): MaskedText {
  if (!element) return joinMasked([]);
  let left = mostNodes;

  function textsOf(node: Node): MaskedText[] {
    if (left-- < 0) return [];
    if (node.nodeType === 3) return [maskText(node.nodeValue ?? '', policy.careOf(node))];
    if (node.nodeType !== 1) return [];
    const inner = node as Element;
    if (/^(script|style|template)$/.test(inner.localName)) return [];
    if (isField(inner) && inner !== element) return [];
    if (inner.localName === 'img') return attributeOf(inner, 'alt');
    return [...inner.childNodes].flatMap(textsOf);
  }

  function attributeOf(of: Element, name: string): MaskedText[] {
    const value = of.getAttribute(name);
    if (!value?.trim()) return [];
    const masked = maskAttribute(name, value, policy.careOf(of), of.localName);
    return masked === null ? [] : [masked];
  }

  const root = element.getRootNode() as Document | ShadowRoot;
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '').match(/\S+/g) ?? [];
  const writesOnIt = isInput(element) && /^(button|submit|reset|image)$/.test(element.type);
  const sources: readonly (() => MaskedText[])[] = [
    () =>
      labelledBy
        .flatMap((id) => [...(root.getElementById?.(id)?.childNodes ?? [])])
        .flatMap(textsOf),
    () => attributeOf(element, 'aria-label'),
    () => [...((element as HTMLInputElement).labels ?? [])].flatMap(textsOf),
    () => (writesOnIt ? attributeOf(element, 'value') : []),
    () => attributeOf(element, 'alt'),
    () => (isField(element) ? attributeOf(element, 'placeholder') : textsOf(element)),
    () => attributeOf(element, 'title'),
  ];
  for (const source of sources) {
    const name = joinMasked(source());
    if (name) return name;
  }
  return joinMasked([]);
}
