// The one place where text becomes MaskedText. Whatever is serialised has been through here.
import type { MaskedText } from '../../protocol/maskedText.ts';
import { careBits } from './policy.ts';
import type { Care } from './policy.ts';

const DOT = '•';
const pass = (text: string) => text as MaskedText;

/** Text of a node. Masked: a dot for every character, white space kept, so lines break alike. Blocked, by its slot: nothing. */
export function maskText(text: string, care: Care): MaskedText {
  if (care & careBits.blocked) return pass('');
  return pass(care & careBits.masked ? text.replace(/\S/gu, DOT) : text);
}

/** Masked texts as one line of at most so many characters. */
export const joinMasked = (parts: readonly MaskedText[], longest = 80): MaskedText =>
  pass(parts.join(' ').replace(/\s+/g, ' ').trim().slice(0, longest));

/** A field's or an attribute's value. Masked: the same few dots whatever the length, and nothing when empty. */
export function maskValue(value: string, care: Care): MaskedText {
  if (care & careBits.blocked) return pass('');
  return pass(care & careBits.masked ? value && DOT.repeat(8) : value);
}

/** Names that the page's markup or a standard fixes, never what a person wrote: class lists, types, sizes. */
const structural =
  /^(class|id|for|type|role|dir|lang|width|height|size|rows|cols|wrap|span|(col|row)span|headers|scope|hidden|open|disabled|readonly|required|multiple|inert|popover|slot|is|(export)?parts?|tabindex|media|rel|loading|v?align|border|cell(padding|spacing)|(bg)?color|face|nowrap|data-alongside|viewbox|preserveaspectratio|fill|stroke|opacity|clip-path|mask|filter|xmlns(:\w+)?|(fill|stroke|stop|text|font|dominant|letter|word|vector)-(?!dash)[\w-]+)$/i;
/** Never sent, masked or not: what runs, what authorises, what only the page's own browser needs. */
const withheld =
  /^(on.*|nonce|integrity|srcdoc|ping|action|formaction|http-equiv|content|autofocus|crossorigin|referrerpolicy|attributionsrc)$/i;
/** Where a masked element would point, load from, or hint; what is chosen in it; and what it draws. */
const dropped =
  /^(.*href|src|srcset|poster|data|background|cite|longdesc|usemap|placeholder|value|label|list|name|pattern|alt|checked|selected|d|points|transform|[cdr]?[xy][12]?|r|stroke-dash\w*)$/i;
/** Read by scripts alone. What is short may be a state that the page's style asks for; what is long is data that nobody on the page sees. */
const forScripts = /^(data|x|ng|hx)-|^(?!xlink|xml)[\w-]*[:@]/i;
const longestState = 64;

/** Declarations that place, size and colour, and whose values hold no name, no string and no address. */
const layout =
  /^\s*(display|position|float|visibility|opacity|box-sizing|(m(in|ax)-)?(width|height)|(margin|padding|border|inset|flex|align|justify|overflow)[\w-]*|gap|top|right|bottom|left|(background-)?color|font-(size|weight)|line-height|text-align|white-space)\s*:[\w\s#.,%()+*/!-]*$/i;
/**
 * What a sheet says in its own words, and what it points at: comments, strings and addresses, up to where CSS ends them; values that a
 * selector asks for. What is escaped outside of them neither begins nor ends one.
 */
const spoken =
  /\\[^]|\/\*[^]*?(?:\*\/|$)|"[^"\\\n]*(?:\\[^][^"\\\n]*)*(?:["\n]|\\?$)|'[^'\\\n]*(?:\\[^][^'\\\n]*)*(?:['\n]|\\?$)|url\(\s*(?!["'\s])[^)\\]*(?:\\[^][^)\\]*)*\)?|=[^\]"'{};/\\<>]+(?=\])/gi;
/** Letters may be written as escapes: so is `url`, to go round what looks for it. */
const escaped = /\\(?:([\da-f]{1,6})\s?|([^]))/gi;
const urls = /url\([^)]*\)?/gi;

type NameKind = 'withheld' | 'style' | 'structural' | 'dropped' | 'other';
interface NameInfo {
  readonly kind: NameKind;
  readonly isLink: boolean;
}
/** What is said about a name is found out once: a page has few names and many attributes. */
const infos = new Map<string, NameInfo>();
const mostNames = 4096;

function kindOf(name: string): NameKind {
  if (withheld.test(name)) return 'withheld';
  if (name === 'style') return name;
  if (structural.test(name)) return 'structural';
  return dropped.test(name) ? 'dropped' : 'other';
}

function infoOf(name: string): NameInfo {
  let info = infos.get(name);
  if (info) return info;
  info = { kind: kindOf(name), isLink: /href$/i.test(name) };
  if (infos.size < mostNames) infos.set(name, info);
  return info;
}

/** An attribute's value, or null when it is not sent at all. `of` is the element's local name. */
export function maskAttribute(name: string, value: string, care: Care, of = ''): MaskedText | null {
  const { kind, isLink } = infoOf(name);
  if (kind === 'withheld' || care & careBits.blocked) return null;
  if (!(care & careBits.masked)) {
    // A link shows nothing of its query, which may let in whoever has it. A picture and what is used in a drawing are shown.
    if (isLink && !/image$|^use$/i.test(of))
      return pass(value.startsWith('#') ? value : value.replace(/[?#].*/s, ''));
    return pass(value.length > longestState && forScripts.test(name) ? '' : value);
  }
  if (kind === 'style') return pass(maskStyle(value));
  if (kind === 'structural') return pass(value);
  return kind === 'dropped' ? null : maskValue(value, care);
}

/** Attributes that decide about care or are never sent. */
const decisive =
  / (?:data-alongside|popover|on[^ =>]*|nonce|integrity|srcdoc|ping|(?:form)?action|http-equiv|content|autofocus|crossorigin|referrerpolicy|attributionsrc|is)=/i;
/** Names that hold a bracket or that no parser makes, components that say more than their markup, and characters that do not come back as they were. */
const notPlain =
  /<[^\s=>]*=|<[^\s<>-]+-[^>]* (?:type|autocomplete|value)=|<(?:fe)?image[ >]|<use [^>]*href="[^#"]|<\?|<pre[^>]*>\n/i;
const odd = /[\0\r]|blob:/i;
/** In a tag the next bracket closes it: browsers write brackets in texts and values as references. */
const linked = / ([^\s=<>"]*href)="(?!#)([^"?#]*)[?#][^"]*"(?=[^<>]*>)/gi;
const longForScripts =
  / ((?:data|x|ng|hx)-[^\s=>]*|(?!xlink|xml)[\w-]*[:@][^\s=>]*)="([^"]{65,})"(?=[^<>]*>)/gi;
/** To look for these is quick, and mostly enough. */
const mayBeLinked = /href="(?!#)[^"?#]*[?#]/i;
const mayBeLong = /="[^"]{65}/;
const reference = /&\w+;/g;
const comments = /<!--[^]*?-->/g;

/**
 * The HTML of siblings without any element that needs care (plain.ts), as it may be seen; null when it needs care after all. `count` is how
 * many comments are in it: what they say is not sent.
 */
export function maskHtml(html: string, count: number): MaskedText | null {
  if (decisive.test(html) || notPlain.test(html) || odd.test(html)) return null;
  let found = 0;
  let text = html.replace(comments, () => (found++, '<!---->'));
  // A comment may say how comments begin or end.
  if (found !== count || text.split('-->').length !== count + 1) return null;
  if (mayBeLinked.test(text)) text = text.replace(linked, ' $1="$2"');
  if (mayBeLong.test(text))
    text = text.replace(longForScripts, (whole, name: string, value: string) =>
      value.replace(reference, '&').length > longestState ? ` ${name}=""` : whole,
    );
  return pass(text);
}

function unescaped(whole: string, code: string | undefined, itself: string): string {
  const letter = code === undefined ? itself : String.fromCharCode(Number.parseInt(code, 16));
  return /^[a-z]$/i.test(letter) ? letter : whole;
}

const unspoken = (css: string): string =>
  css
    .replace(escaped, unescaped)
    .replace(spoken, (found) => {
      if (found[0] === '\\') return found;
      if (found[0] === '=') return '=""';
      return /^u/i.test(found) ? 'none' : ' "" ';
    })
    .replace(urls, 'none');

const maskStyle = (style: string): string =>
  unspoken(style)
    .split(';')
    .filter((declaration) => layout.test(declaration))
    .join(';');

/** The text of a style sheet: the page's design. In a masked place it keeps that, and says and loads nothing. */
export const maskSheet = (text: string, care: Care): MaskedText =>
  pass(care & careBits.masked ? unspoken(text) : text);

/** An address without what may identify: no query, no fragment, no user; its path too where the page itself is masked. */
export function maskAddress(address: string, care: Care): MaskedText {
  try {
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol)) return pass(url.protocol);
    const isHidden = care & (careBits.masked | careBits.blocked);
    return pass(url.origin + (isHidden ? '/' : url.pathname));
  } catch {
    // Not an address: nothing of it is worth sending.
    return pass('');
  }
}
