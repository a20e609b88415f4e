// What the platform reports to no observer: CSSOM calls, adopted sheets, shadow roots attached late. While the mirror
// runs, these methods are wrapped; `restore` puts back exactly what was there unless the page has wrapped it since.
import { rememberShadow } from './contentOf.ts';

export interface ScriptEvents {
  inserted(sheet: CSSStyleSheet, at: number, text: string): void;
  deleted(sheet: CSSStyleSheet, at: number): void;
  /** A rule, or something in it. */
  changed(rule: CSSRule): void;
  replaced(sheet: CSSStyleSheet, source: string): void;
  /** Switched on or off. */
  switched(sheet: CSSStyleSheet): void;
  /** Script has reached for a rule's declarations, and may change them whenever it likes. */
  reached(rule: CSSRule): void;
  adopted(root: Document | ShadowRoot): void;
  registered(document: Document, property: PropertyDefinition): void;
  shadow(host: Element): void;
  /** Script has made the animation, or laid hands on it. */
  animated(animation: Animation): void;
  remade(effect: AnimationEffect): void;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

export function watchScripts(window: Window & typeof globalThis, events: ScriptEvents): () => void {
  const restores: (() => void)[] = [];

  /** `after` runs when the original has returned and must not throw. */
  function wrap<Self>(
    target: object | undefined,
    name: string,
    kind: 'value' | 'set' | 'get',
    after: (self: Self, result: unknown, args: unknown[]) => void,
  ) {
    const before = target && Object.getOwnPropertyDescriptor(target, name);
    const original = before?.[kind] as Method | undefined;
    if (!target || !before?.configurable || typeof original !== 'function') return;
    const wrapped = {
      [name](this: unknown, ...args: unknown[]) {
        const result = original.apply(this, args);
        try {
          after(this as Self, result, args);
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

  const inSheet = (prototype: object | undefined, names: string, kind: 'value' | 'set' = 'value') =>
    names.split(' ').forEach((name) => wrap(prototype, name, kind, events.changed));
  const sheets = window.CSSStyleSheet?.prototype;
  wrap(sheets, 'insertRule', 'value', (sheet: CSSStyleSheet, at, [text]) =>
    events.inserted(sheet, at as number, String(text)),
  );
  wrap(sheets, 'addRule', 'value', (sheet: CSSStyleSheet, _, [selector, block = '', at]) =>
    events.inserted(sheet, Number(at ?? sheet.cssRules.length - 1), `${selector}{${block}}`),
  );
  for (const name of ['deleteRule', 'removeRule'])
    wrap(sheets, name, 'value', (sheet: CSSStyleSheet, _, [at]) =>
      events.deleted(sheet, Number(at ?? 0)),
    );
  wrap(sheets, 'replaceSync', 'value', (sheet: CSSStyleSheet, _, [source]) =>
    events.replaced(sheet, String(source)),
  );
  wrap(sheets, 'replace', 'value', (sheet: CSSStyleSheet, result, [source]) => {
    const isThere = () => events.replaced(sheet, String(source));
    (result as Promise<unknown>).then(isThere, () => undefined);
  });
  wrap(window.StyleSheet?.prototype, 'disabled', 'set', events.switched);
  for (const group of [window.CSSGroupingRule, window.CSSStyleRule])
    inSheet(group?.prototype, 'insertRule deleteRule');
  inSheet(window.CSSKeyframesRule?.prototype, 'appendRule deleteRule');
  inSheet(window.CSSKeyframesRule?.prototype, 'name', 'set');
  inSheet(window.CSSKeyframeRule?.prototype, 'keyText', 'set');
  inSheet(window.CSSStyleRule?.prototype, 'selectorText', 'set');
  const declarations = window.CSSStyleDeclaration?.prototype;
  const declared = ({ parentRule }: CSSStyleDeclaration) => {
    if (parentRule) events.changed(parentRule);
  };
  for (const name of ['setProperty', 'removeProperty']) wrap(declarations, name, 'value', declared);
  wrap(declarations, 'cssText', 'set', declared);
  // What these give is changed without a call that could be wrapped: whoever has reached for it may do so from now on.
  for (const rule of ['Style', 'Keyframe', 'FontFace', 'Page', 'NestedDeclarations', 'Media']) {
    const prototype = (
      window as unknown as Readonly<Record<string, { prototype: object } | undefined>>
    )[`CSS${rule}Rule`]?.prototype;
    for (const name of ['style', 'styleMap', 'media']) wrap(prototype, name, 'get', events.reached);
  }
  wrap(window.CSS, 'registerProperty', 'value', (_, __, [property]) =>
    events.registered(window.document, property as PropertyDefinition),
  );
  for (const prototype of [window.Document?.prototype, window.ShadowRoot?.prototype])
    wrap(prototype, 'adoptedStyleSheets', 'set', events.adopted);
  wrap(window.Element?.prototype, 'attachShadow', 'value', (host: Element, root) => {
    rememberShadow(host, root as ShadowRoot);
    events.shadow(host);
  });

  const animations = window.Animation?.prototype;
  wrap(window.Element?.prototype, 'animate', 'value', (_, made) =>
    events.animated(made as Animation),
  );
  for (const name of ['play', 'pause', 'cancel', 'finish', 'reverse', 'updatePlaybackRate'])
    wrap(animations, name, 'value', events.animated);
  for (const name of ['currentTime', 'startTime', 'playbackRate', 'effect'])
    wrap(animations, name, 'set', events.animated);
  wrap(window.KeyframeEffect?.prototype, 'setKeyframes', 'value', events.remade);
  wrap(window.AnimationEffect?.prototype, 'updateTiming', 'value', events.remade);

  return () => {
    for (const restore of restores.splice(0)) restore();
  };
}
