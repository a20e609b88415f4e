// The one place where text becomes MaskedText. Whatever is serialised has been through here.
import type { MaskedText } from '../../protocol/maskedText.ts';
import { careBits } from './policy.ts';
import type { Care } from './policy.ts';

const DOT = '•';
const pass = (text: string) => text as MaskedText;

/** Text of a node or of a text-bearing attribute. Masked: a dot for every character, white space kept, so lines break alike. */
export function maskText(text: string, care: Care): MaskedText {
  return pass(care & careBits.masked ? text.replace(/\S/gu, DOT) : text);
}

/** A field's value. Masked: the same few dots whatever the length, and nothing when empty. */
export function maskValue(value: string, care: Care): MaskedText {
  return pass(care & careBits.masked ? value && DOT.repeat(8) : value);
}

/** Names that the page's markup or a standard fixes, never what a person wrote: class lists, types, sizes. */
const structural =
  /^(class|id|for|type|role|dir|lang|width|height|size|rows|cols|wrap|span|colspan|rowspan|headers|scope|hidden|open|disabled|readonly|required|multiple|checked|selected|inert|popover|slot|part|exportparts|tabindex|start|reversed|min|max|step|media|rel|loading|align|valign|border|cellpadding|cellspacing|bgcolor|color|face|nowrap|data-alongside|viewbox|preserveaspectratio|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|points|transform|fill|stroke|opacity|offset|clip-path|mask|filter|xmlns(:\w+)?|(fill|stroke|stop|text|font|dominant|marker|letter|word|vector)-[\w-]+|gradient\w+|pattern\w+|path\w+)$/i;
/** Never sent, masked or not: what runs, what authorises, what only the page's own browser needs. */
const withheld =
  /^(on.*|nonce|integrity|srcdoc|ping|action|formaction|http-equiv|content|autofocus|crossorigin|referrerpolicy|attributionsrc|is)$/i;
/** Where a masked element would point, load from, or hint. */
const dropped =
  /^(.*href|src|srcset|poster|data|background|cite|longdesc|usemap|placeholder|value|label|list|name|pattern|alt)$/i;

/** An attribute's value, or null when it is not sent at all. */
export function maskAttribute(name: string, value: string, care: Care): MaskedText | null {
  if (withheld.test(name)) return null;
  if (!(care & careBits.masked)) return pass(value);
  if (name === 'style') return pass(value.replace(/url\([^)]*\)|"[^"]*"|'[^']*'/gi, 'none'));
  if (structural.test(name)) return pass(value);
  return dropped.test(name) ? null : maskText(value, care);
}

/** The text of a style sheet: the page's design, not what a person wrote. */
export const maskSheet = (text: string): MaskedText => pass(text);

/** An address without what may identify: no query, no fragment, no user; its path too where the page itself is masked. */
export function maskAddress(address: string, care: Care): MaskedText {
  try {
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol)) return pass(url.protocol);
    return pass(url.origin + (care & careBits.masked ? '/' : url.pathname));
  } catch {
    // Not an address: nothing of it is worth sending.
    return pass('');
  }
}
