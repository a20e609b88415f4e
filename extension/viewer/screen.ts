// The sanitiser: the one place that decides which element and which attribute of a page may exist in the viewer.
// Whatever runs, navigates, submits, takes focus, or fetches anything but pictures, media, fonts and styles does not.

import { acting, rewriteCss } from './rewriteCss.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const XLINK = 'http://www.w3.org/1999/xlink';
const XML = 'http://www.w3.org/XML/1998/namespace';

const words = (list: string) => new Set(list.split(' '));

const html = words(
  'html head title style body article section nav aside h1 h2 h3 h4 h5 h6 hgroup header footer address main search p hr pre blockquote ol ul menu li dl dt dd figure figcaption div a em strong small s cite q dfn abbr ruby rt rp rb rtc data time code var samp kbd sub sup i b u mark bdi bdo span br wbr ins del picture source img iframe video audio track map area table caption colgroup col tbody thead tfoot tr td th form label input button select datalist optgroup option textarea output progress meter fieldset legend selectedcontent details summary dialog slot canvas frameset frame center font big tt strike acronym dir marquee nobr xmp listing plaintext blink',
);
const svg = words(
  'svg g defs symbol use image path rect circle ellipse line polyline polygon text tspan textPath title desc metadata linearGradient radialGradient stop pattern mask clipPath marker filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject style switch view a animate animateTransform animateMotion mpath set',
);
const mathml = words(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd semantics annotation mfenced menclose none',
);

/** Stands for an element that may not exist here; keeps its place among its siblings and is never drawn. */
export const PLACEHOLDER = 'alongside-placeholder';
const NOWHERE = 'urn:alongside';

/** It has the name of what it stands for, which selectors ask for, in a namespace in which no name means anything. */
export function createPlaceholder(document: Document, name: string): Element {
  const element = document.createElementNS(NOWHERE, /^[a-z]+$/.test(name) ? name : PLACEHOLDER);
  element.setAttribute(PLACEHOLDER, '');
  return element;
}

/** The element's namespace and name as they may be created here. */
export function screenElement(
  namespace: string,
  name: string,
): { namespace: string; name: string } {
  if (namespace === SVG) return svg.has(name) ? { namespace, name } : { namespace, name: 'g' };
  if (namespace === MATHML)
    return mathml.has(name) ? { namespace, name } : { namespace, name: 'mrow' };
  if (namespace !== HTML)
    return { namespace, name: /^[a-z][\w.-]*(:[a-z][\w.-]*)?$/i.test(name) ? name : 'unknown' };
  if (name === 'link') return { namespace, name: 'style' };
  // Custom and unknown elements have no behaviour of their own: nothing is defined in this document.
  if (html.has(name)) return { namespace, name };
  return { namespace, name: isIdle(name) ? name : PLACEHOLDER };
}

/** The element itself. A name such as `x:script` is one word to HTML, which has no prefixes, and would be a script to `createElementNS`. */
export function createScreened(document: Document, namespace: string, name: string): Element {
  const screened = screenElement(namespace, name);
  if (screened.name === PLACEHOLDER) return createPlaceholder(document, name);
  return screened.namespace === HTML
    ? create(document, screened.name)
    : document.createElementNS(screened.namespace, screened.name);
}

const idle = new Map<string, boolean>();
function isIdle(name: string): boolean {
  let answer = idle.get(name);
  if (answer === undefined) {
    answer = makesNothingKnown(name);
    idle.set(name, answer);
  }
  return answer;
}

/** HTML knows no name with capitals, unless a parser has made them small. */
const hasCapitals = (name: string) => /[A-Z]/.test(name) && html.has(name.toLowerCase());
const create = (document: Document, name: string) =>
  hasCapitals(name) ? document.createElementNS(HTML, name) : document.createElement(name);

function makesNothingKnown(name: string): boolean {
  try {
    const made = create(document, name);
    return (
      made instanceof HTMLUnknownElement || (name.includes('-') && made.constructor === HTMLElement)
    );
  } catch {
    // A name the parser takes and the DOM does not.
    return false;
  }
}

export interface ScreenedAttribute {
  readonly namespace: string | null;
  readonly name: string;
  readonly value: string;
}

export interface ScreenContext {
  /** Absolute address of something that may be loaded, or null. */
  resolve(address: string): string | null;
  /** The address of a drawing of ours that has what the page uses from another file, or null. */
  used(address: string): string | null;
  css(text: string): string;
  /** Media queries, answered for the customer's browser. */
  media(queries: string): string;
}

/** What was asked for, so that it can be answered anew. */
export const asking = ['media', 'sizes'] as const;

/** Sheets ask for attributes that would act here, such as an address; what they lead to is nobody's business. */
const askedFor = new RegExp(`^(${acting}|${asking.join('|')})$`, 'i');
const addresses = /href$/i;
const toldAs = (name: string) => `alongside-${addresses.test(name) ? 'href' : name.toLowerCase()}`;
const isAsked = (name: string) => addresses.test(name) || askedFor.test(name);
export function tellAsked(element: Element, name: string, value: string): void {
  if (addresses.test(name) && !/^(https?:|mailto:|tel:|[^:]*$)/i.test(value)) return;
  if (isAsked(name)) element.setAttribute(toldAs(name), value);
}
export function forgetAsked(element: Element, name: string): void {
  if (isAsked(name)) element.removeAttribute(toldAs(name));
}

/** What runs, navigates, submits, takes focus, names or refers to what acts. */
const refused =
  /^(on.*|srcdoc|ping|target|download|action|formaction|formtarget|formmethod|http-equiv|nonce|integrity|autofocus|autoplay|accesskey|tabindex|is|popovertarget.*|command|commandfor|interestfor|attributionsrc|xml:base|xmlns.*|alongside-.*)$/i;
const loaded = /^(src|poster|background|data)$/i;
/** Kept as they are, whatever their value is. */
const harmless = new RegExp(
  `^(${[
    'class|id|title|role|lang|dir|alt|width|height|for|scope|type|value|label|hidden|open|part|slot|rel|start|(col|row)span|aria-[a-z-]+|data-[\\w-]+',
    'checked|selected|disabled|readonly|required|multiple|placeholder|rows|cols|min|max|step|minlength|maxlength|pattern|size|autocomplete|spellcheck|inputmode',
    'align|valign|border|cell(padding|spacing)|loading|decoding',
    'd|viewBox|x|y|[cr]?[xy]|[xy][12]|r|points|offset|transform|opacity|stop-(color|opacity)|stroke-(width|linecap|linejoin|opacity|dasharray)|(fill|clip)-rule|fill-opacity|text-anchor|preserveAspectRatio|gradient(Units|Transform)',
  ].join('|')})$`,
);
/** Read of no node here, and so free to be what a page calls its fields. */
const free =
  /^(id|name|title|lang|dir|hidden|action|method|target|enctype|length|elements|children|style|submit|reset|open|close|links|forms|body|head|location|domain|cookie|all|role|slot|part|inert|nonce|dataset|translate|autocomplete|rel|click|focus|blur|animate)$/;
/** What a form or the document has as a property of its own, by id or name. */
const reachable =
  /^(input|button|select|textarea|output|fieldset|object|embed|img|form|iframe|frame)$/;
const MOST_NAMES = 4096;
/** Nodes of a drawing whose parts are used. */
const MOST_DRAWN = 100_000;
/** Names of all that forms, documents and shadow roots have. */
let properties: ReadonlySet<string> | null = null;

function findProperties(): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { prototype } of [HTMLFormElement, Document, ShadowRoot])
    for (let at: object | null = prototype; at; at = Object.getPrototypeOf(at) as object | null)
      for (const name of Object.getOwnPropertyNames(at)) all.add(name);
  return all;
}

/** A form's field or a picture of this name would stand in the way of a property of the form or the document. */
const isProperty = (value: string): boolean =>
  (properties ??= findProperties()).has(value) && !free.test(value);

const names = new Map<string, boolean>();

/** A quick yes for what `screenAttribute` would keep as it is: most of a page. */
export function isHarmless(name: string, value: string): boolean {
  if (name === 'style') return !/["'@\\]|url|src/i.test(value);
  return name === 'id' ? !isProperty(value) : isHarmlessName(name);
}

export function isHarmlessName(name: string): boolean {
  let known = names.get(name);
  if (known === undefined) {
    known = harmless.test(name);
    if (names.size < MOST_NAMES) names.set(name, known);
  }
  return known;
}

export function screenAttribute(
  element: string,
  name: string,
  value: string,
  context: ScreenContext,
): ScreenedAttribute | null {
  const lower = name.toLowerCase();
  if (refused.test(lower) || !/^[^\s>/=\0-\x1f]+$/.test(name)) return null;
  const as = (kept: string | null, namespace: string | null = null) =>
    kept === null ? null : { namespace, name, value: kept };
  if (lower === 'style') return as(context.css(value));
  if (lower === 'contenteditable') return as('false');
  if (/^(id|name)$/.test(lower) && reachable.test(element) && isProperty(value)) return null;
  if (loaded.test(lower))
    return /^(i?frame|track)$/.test(element) ? null : as(context.resolve(value));
  if (/^(image)?srcset$/.test(lower)) return as(sources(value, context));
  if (lower === 'href' || lower === 'xlink:href')
    return as(link(element, value, context), lower === 'href' ? null : XLINK);
  // An animation may not turn a harmless address into another one.
  if (lower === 'attributename' && /href|^on/i.test(value)) return null;
  if (/^(values|to|from|by)$/.test(lower) && /script:/i.test(value)) return null;
  if (lower === 'media' || lower === 'sizes') return as(context.media(value));
  if (lower.startsWith('xml:')) return as(value, XML);
  if (/url\(/i.test(value) && /^(fill|stroke|filter|mask|clip-path|marker.*|cursor)$/.test(lower))
    return as(context.css(value));
  // Whatever the attribute is for, here or in a browser to come: text is in those that are harmless.
  return as(/^[\s\0-\x1f]*(java|vb)script:/i.test(value) ? null : value);
}

/** Pictures are loaded from the address; fragments refer to this document; links only look like links. */
function link(element: string, value: string, context: ScreenContext): string | null {
  if (value.startsWith('#')) return value;
  if (/^(image|feImage)$/.test(element)) return context.resolve(value);
  if (element === 'use') return context.used(value);
  return /^(a|area)$/.test(element) ? '#' : null;
}

function sources(value: string, context: ScreenContext): string | null {
  const kept = value.split(/,\s+|,(?=https?:)/).flatMap((candidate) => {
    const [address = '', ...descriptor] = candidate.trim().split(/\s+/);
    const absolute = address && context.resolve(address);
    return absolute ? [[absolute, ...descriptor].join(' ')] : [];
  });
  return kept.length > 0 ? kept.join(', ') : null;
}

/** The absolute address of a picture, font, sheet or medium, or null for every scheme but these. */
export function resolveAsset(address: string, base: string): string | null {
  try {
    const url = new URL(address.trim(), base);
    if (url.protocol === 'data:')
      return /^data:(image|font|video|audio)\//i.test(url.href) ||
        /^data:application\/(x-)?font/i.test(url.href)
        ? url.href
        : null;
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    // No address at all.
    return null;
  }
}

/** A drawing whose parts are used in pages: only what draws, and refers to nothing beyond itself. Null when it is none. */
export function screenDrawing(drawing: Document): Element | null {
  const svgRoot = drawing.documentElement;
  if (svgRoot.namespaceURI !== SVG || svgRoot.localName !== 'svg') return null;
  const within: ScreenContext = {
    resolve: (address) => (/^data:image\//i.test(address) ? resolveAsset(address, NOWHERE) : null),
    used: () => null,
    css: (text) => rewriteCss(text, within.resolve, (queries) => queries),
    media: (queries) => queries,
  };
  for (const node of walk(drawing, svgRoot)) {
    if (node.nodeType === 3 || node.nodeType === 4) {
      const { parentElement } = node;
      if (parentElement?.localName === 'style') node.nodeValue = within.css(node.nodeValue ?? '');
    } else if (node.nodeType !== 1 || !mayDraw(node as Element)) node.parentNode?.removeChild(node);
    else screenAttributes(node as Element, within);
  }
  return svgRoot;
}

function walk(drawing: Document, from: Element): Node[] {
  const nodes: Node[] = [];
  const walker = drawing.createTreeWalker(from);
  for (let node: Node | null = from; node && nodes.length < MOST_DRAWN; node = walker.nextNode())
    nodes.push(node);
  // What there is no time for does not stay unseen.
  if (walker.nextNode()) from.replaceChildren();
  return nodes;
}

const mayDraw = ({ namespaceURI, localName }: Element) =>
  namespaceURI === SVG && svg.has(localName) && !/^(foreignObject|animate.*|set)$/.test(localName);

function screenAttributes(element: Element, context: ScreenContext): void {
  for (const { name, value } of Array.from(element.attributes)) {
    const kept = screenAttribute(element.localName, name, value, context);
    if (kept?.value === value) continue;
    element.removeAttribute(name);
    if (kept) element.setAttributeNS(kept.namespace, kept.name, kept.value);
  }
}

/** What an asset may be: a picture or a font. Anything else is bytes without a meaning, wherever its address may get to. */
export const screenType = (type: string): string =>
  /^(image\/(png|jpeg|gif|webp|avif|bmp|apng|svg\+xml|x-icon|vnd\.microsoft\.icon)|font\/[\w.+-]+|application\/(x-)?font-[\w-]+)$/i.test(
    type,
  )
    ? type
    : 'application/octet-stream';
