// Where a link, a form or an address would take the page. Nothing the agent does may leave the page's own origin.
import { ancestorsOf, frameDocumentOf } from './tree.ts';
import type { Destination } from './guard.ts';

/** Old pages write this where they mean a button. */
const idleScript = /^javascript:\s*(void\b[^;]*)?;?\s*$/i;

export function isSameOrigin(address: string, base: string, origin: string): boolean {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && url.origin === origin;
  } catch {
    // No address at all leads nowhere.
    return false;
  }
}

function judge(address: string, target: string | null, from: Element, origin: string): Destination {
  if (!isSameOrigin(address, from.baseURI, origin)) return 'otherOrigin';
  return !target || /^_(self|parent|top)$/i.test(target) ? 'stays' : 'newTab';
}

/** `button`: the form's own submit button, whose attributes come before the form's. */
export function formDestination(
  form: HTMLFormElement,
  button: Element | null,
  origin: string,
): Destination {
  const read = (name: string) => button?.getAttribute(`form${name}`) ?? form.getAttribute(name);
  if (read('method')?.toLowerCase() === 'dialog') return 'stays';
  return judge(read('action') || form.ownerDocument.URL, read('target'), form, origin);
}

/** `aside`: held or middle-pressed so that a link opens beside the page. */
export function destinationOf(element: Element, aside: boolean, origin: string): Destination {
  if (/^i?frame$/.test(element.localName))
    return frameDocumentOf(element) ? 'stays' : 'otherOrigin';
  const { type, form } = element as HTMLButtonElement;
  if (/^(button|input)$/.test(element.localName)) {
    return form && /^(submit|image)$/.test(type) ? formDestination(form, element, origin) : 'stays';
  }
  const link = ancestorsOf(element).find((a) => /^(a|area)$/.test(a.localName));
  const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
  if (!link || address === null || idleScript.test(address.trim())) return 'stays';
  if (link.hasAttribute('download')) return 'otherOrigin';
  const verdict = judge(address, link.getAttribute('target'), link, origin);
  return verdict === 'stays' && aside ? 'newTab' : verdict;
}
