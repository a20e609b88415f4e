// Which elements may be scrolled at all, by what the page's sheets say of overflow: to ask an element where it is scrolled to costs ten times
// what it costs to look at its class. In doubt, all of them.

/** They scroll, or may, without a sheet that says so. */
const BY_NATURE =
  'html,body,textarea,select[multiple],select[size],dialog,[popover],marquee,[style*=overflow i]';
const declared = /overflow(?:-(?:x|y|inline|block))?\s*:\s*(?!visible|clip)/gi;

export interface Scrollers {
  /** What a sheet says. */
  sheet(source: string): void;
  /** Those that may be scrolled, of what is in a document or shadow root. */
  within(root: Document | ShadowRoot): Element[];
}

/** Without what stands in brackets, however deep. */
function withoutArguments(selectors: string): string {
  const shorter = selectors.replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
  return shorter === selectors ? selectors : withoutArguments(shorter);
}

/** The selectors of the rule that declares something at `at`; null where they are not right before it. */
function selectorsBefore(text: string, at: number): string | null {
  const open = text.lastIndexOf('{', at);
  if (open < 0 || text.lastIndexOf('}', at) > open) return null;
  const from = Math.max(...['{', '}', ';'].map((end) => text.lastIndexOf(end, open - 1)));
  const found = text.slice(from + 1, open).trim();
  return /^@|["']|\\[\da-f\n]/i.test(found) ? null : found;
}

export function createScrollers(): Scrollers {
  /** Names of elements and classes, ids: one for each selector, that of the element itself. */
  const names = new Set<string>();
  const classes = new Set<string>();
  let mayBeAny = false;

  function take(selectors: string | null): void {
    for (const selector of withoutArguments(selectors ?? '*').split(',')) {
      const itself = /(?:\\.|[^\s>+~])*$/.exec(selector.trim())![0];
      const [, sign = '', name = ''] = /(^|[.#])((?:[\w-]|[^\0-\x7f]|\\.)+)/.exec(itself) ?? [];
      if (sign === '.') classes.add(name.replace(/\\(.)/g, '$1'));
      else if (name) names.add(sign + name);
      // The host of a shadow root is asked anyhow.
      else if (!itself.startsWith(':host')) mayBeAny = true;
    }
  }

  function byClass(root: Document | ShadowRoot, found: Set<Element>): void {
    const known = new Map<string, boolean>();
    for (const element of root.querySelectorAll('[class]')) {
      const said = element.getAttribute('class')!;
      let may = known.get(said);
      if (may === undefined)
        known.set(said, (may = said.split(/\s+/).some((name) => classes.has(name))));
      if (may) found.add(element);
    }
  }

  return {
    sheet(source) {
      if (mayBeAny || !/overflow|@import/i.test(source)) return;
      const text = source.replace(/\/\*[^]*?\*\//g, '');
      // What another site's sheet says is not known here.
      if (/@import/i.test(text)) mayBeAny = true;
      for (const { index } of text.matchAll(declared)) {
        if (/[\s;{]/.test(text[index - 1] ?? '')) take(selectorsBefore(text, index));
      }
    },
    within(root) {
      if (mayBeAny) return [...root.querySelectorAll('*')];
      const found = new Set<Element>(root.querySelectorAll([BY_NATURE, ...names].join()));
      if (root.nodeType === 11) found.add((root as ShadowRoot).host);
      if (classes.size > 0) byClass(root, found);
      return [...found];
    },
  };
}
