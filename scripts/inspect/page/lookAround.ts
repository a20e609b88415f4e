// Runs in the page under inspection: plain facts that warnings are made of. It decides nothing but what can be asked only here.
import { frameDocument, shadowOf } from '../../../snippet/mirror/contentOf.ts';
import { isField } from '../../../snippet/mirror/fieldState.ts';
import { careBits } from '../../../snippet/privacy/policy.ts';
import type { PrivacyPolicy } from '../../../snippet/privacy/policy.ts';

export interface SeenField {
  readonly name: string;
  readonly type: string;
  readonly autocomplete: string;
  /** Name, id, placeholder and label. */
  readonly words: string;
  readonly label: string;
}

export interface Seen {
  /** Fields that are not masked. */
  readonly fields: readonly SeenField[];
  readonly foreignFrames: readonly { name: string; address: string }[];
  readonly taintedCanvases: readonly string[];
  /** Policies in `meta` elements. */
  readonly policies: readonly string[];
  /** The snippet's own script element, where the page has it. */
  readonly snippet: { address: string; nonce: string } | null;
}

const typed = /^(|text|email|tel|number|search|url|date|month|datetime-local)$/;

export function lookAround(page: Document, policy: PrivacyPolicy): Seen {
  const fields: SeenField[] = [];
  const foreignFrames: { name: string; address: string }[] = [];
  const taintedCanvases: string[] = [];
  const pending: ParentNode[] = [page];
  for (let root = pending.pop(); root; root = pending.pop()) {
    for (const element of root.querySelectorAll('*')) {
      const shadow = shadowOf(element);
      if (shadow) pending.push(shadow);
      const care = () => policy.careOf(element);
      const name = element.localName;
      if (isField(element) && !(care() & (careBits.masked | careBits.blocked))) {
        const isTyped =
          name !== 'input' || typed.test(element.getAttribute('type')?.toLowerCase() ?? '');
        if (isTyped) fields.push(fieldOf(element));
      } else if (name === 'iframe' || name === 'frame') {
        const inner = frameDocument(element);
        if (inner) pending.push(inner);
        else if (element.getClientRects().length > 0 && !(care() & careBits.blocked))
          foreignFrames.push({
            name: nameOf(element),
            address: (element as HTMLIFrameElement).src,
          });
      } else if (name === 'canvas' && isTainted(element as HTMLCanvasElement)) {
        taintedCanvases.push(nameOf(element));
      }
    }
  }
  const metas = page.querySelectorAll<HTMLMetaElement>(
    'meta[http-equiv="content-security-policy" i]',
  );
  const own = Array.from(page.scripts).find(({ src }) => /\/alongside\.js([?#]|$)/.test(src));
  return {
    fields,
    foreignFrames,
    taintedCanvases,
    policies: Array.from(metas, ({ content }) => content),
    snippet: own ? { address: own.src, nonce: own.nonce } : null,
  };
}

function isTainted(canvas: HTMLCanvasElement): boolean {
  if (canvas.width * canvas.height === 0) return false;
  try {
    canvas.toDataURL();
    return false;
  } catch {
    // The platform's own answer to a picture from elsewhere.
    return true;
  }
}

function fieldOf(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): SeenField {
  const of = (name: string) => field.getAttribute(name) ?? '';
  const root = field.getRootNode() as Document | ShadowRoot;
  const named = (of('aria-labelledby').match(/\S+/g) ?? []).map((id) => root.getElementById?.(id));
  const label = [...(field.labels ?? []), ...named]
    .map(
      (one) =>
        one?.textContent
          // A label around its field holds the field's own words as well.
          ?.replace(field.textContent, '')
          .replace(/\s+/g, ' ')
          .trim() ?? '',
    )
    .concat(of('aria-label'), of('placeholder'))
    .find((text) => text !== '');
  return {
    name: nameOf(field),
    type: of('type').toLowerCase(),
    autocomplete: of('autocomplete').toLowerCase(),
    words: [of('name'), field.id, of('placeholder'), of('aria-label'), label ?? ''].join(' '),
    label: (label ?? '').slice(0, 60),
  };
}

function nameOf(element: Element): string {
  const name = element.getAttribute('name');
  const by = element.id ? `#${element.id}` : name ? `[name=${name}]` : '';
  return element.localName + by;
}
