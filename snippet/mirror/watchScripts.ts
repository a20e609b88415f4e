// What the platform reports to no observer: CSSOM calls, adopted sheets, shadow roots attached late. While the mirror
// runs, these methods are wrapped; `restore` puts back exactly what was there unless the page has wrapped it since.
import { rememberShadow } from './contentOf.ts';
import { touchSheet } from './sheetText.ts';

export interface ScriptEvents {
  readonly onSheet: (sheet: CSSStyleSheet) => void;
  readonly onShadow: (host: Element) => void;
  readonly onAdopted: () => void;
  /** Script has reached for a rule's declarations, and may change them whenever it likes. */
  readonly onReached: (rule: CSSRule) => void;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

export function watchScripts(window: Window & typeof globalThis, events: ScriptEvents): () => void {
  const restores: (() => void)[] = [];

  /** `after` runs when the original has returned and must not throw. */
  function wrap(
    target: object | undefined,
    name: string,
    kind: 'value' | 'set' | 'get',
    after: (self: unknown, result: unknown) => void,
  ) {
    const before = target && Object.getOwnPropertyDescriptor(target, name);
    const original = before?.[kind] as Method | undefined;
    if (!target || !before?.configurable || typeof original !== 'function') return;
    const wrapped = {
      [name](this: unknown, ...args: unknown[]) {
        const result = original.apply(this, args);
        try {
          after(this, result);
        } catch {
          // The page called its own platform; what we make of it is not its concern. The poll will notice.
        }
        return result;
      },
    }[name]!;
    Object.defineProperty(target, name, { ...before, [kind]: wrapped });
    restores.push(() => {
      const now = Object.getOwnPropertyDescriptor(target, name);
      if (now?.[kind] === wrapped) Object.defineProperty(target, name, before);
    });
  }

  const sheetChanged = (sheet: unknown) => {
    if (!(sheet instanceof window.CSSStyleSheet)) return;
    touchSheet(sheet);
    events.onSheet(sheet);
  };
  const ruleChanged = (rule: unknown) => sheetChanged((rule as CSSRule | null)?.parentStyleSheet);

  const sheets = window.CSSStyleSheet?.prototype;
  for (const name of ['insertRule', 'deleteRule', 'addRule', 'removeRule', 'replaceSync'])
    wrap(sheets, name, 'value', sheetChanged);
  wrap(
    sheets,
    'replace',
    'value',
    (sheet, result) =>
      void (result as Promise<unknown>).then(
        () => sheetChanged(sheet),
        () => undefined,
      ),
  );
  wrap(window.StyleSheet?.prototype, 'disabled', 'set', (sheet) =>
    events.onSheet(sheet as CSSStyleSheet),
  );
  for (const name of ['insertRule', 'deleteRule'])
    wrap(window.CSSGroupingRule?.prototype, name, 'value', ruleChanged);
  for (const name of ['appendRule', 'deleteRule'])
    wrap(window.CSSKeyframesRule?.prototype, name, 'value', ruleChanged);
  wrap(window.CSSStyleRule?.prototype, 'selectorText', 'set', ruleChanged);
  wrap(window.CSSKeyframesRule?.prototype, 'name', 'set', ruleChanged);
  wrap(window.CSSKeyframeRule?.prototype, 'keyText', 'set', ruleChanged);
  const declarations = window.CSSStyleDeclaration?.prototype;
  const declared = (style: unknown) => {
    const rule = (style as CSSStyleDeclaration).parentRule;
    if (rule) ruleChanged(rule);
  };
  for (const name of ['setProperty', 'removeProperty']) wrap(declarations, name, 'value', declared);
  wrap(declarations, 'cssText', 'set', declared);
  // Its properties are set without a call that could be wrapped: whoever has reached for them may do so from now on.
  const reached = (rule: unknown) => events.onReached(rule as CSSRule);
  const { CSSStyleRule, CSSKeyframeRule, CSSMediaRule, CSSFontFaceRule, CSSNestedDeclarations } =
    window;
  for (const kind of [CSSStyleRule, CSSKeyframeRule, CSSFontFaceRule, CSSNestedDeclarations])
    wrap(kind?.prototype, 'style', 'get', reached);
  wrap(CSSStyleRule?.prototype, 'styleMap', 'get', reached);
  wrap(CSSMediaRule?.prototype, 'media', 'get', reached);
  for (const prototype of [window.Document?.prototype, window.ShadowRoot?.prototype]) {
    wrap(prototype, 'adoptedStyleSheets', 'set', () => events.onAdopted());
  }
  wrap(window.Element?.prototype, 'attachShadow', 'value', (host, root) => {
    rememberShadow(host as Element, root as ShadowRoot);
    events.onShadow(host as Element);
  });

  return () => {
    for (const restore of restores.splice(0)) restore();
  };
}
