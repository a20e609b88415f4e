// The customer's animations in the viewer: made here as they were made there, or found among those that the page's styles make here too, and
// put at the same point. Their values are screened like a style attribute's.
import type { NodeId } from '../../protocol/ids.ts';
import {
  madeNumbers,
  madeTexts,
  motionNumbers,
  playStates,
  styledNumbers,
  styledTexts,
} from '../../protocol/motion.ts';
import type { MotionKind } from '../../protocol/opCodes.ts';

export interface MotionOptions {
  readonly page: () => Document;
  readonly elementOf: (id: NodeId) => Element;
  /** Documents and shadow roots of the page. */
  readonly roots: () => Iterable<Document | ShadowRoot>;
  /** A declaration's value, fit for the viewer. */
  readonly css: (value: string, element: Element) => string;
}

interface Found {
  readonly animation: Animation;
  /** Made here, and so to be ended here. */
  readonly isOwn: boolean;
}

type Numbers = readonly number[];
type Texts = readonly string[];

const MOST_ANIMATIONS = 10_000;

/** From a property's name to that in a keyframe object. */
function keyOf(name: string): string {
  if (name.startsWith('--')) return name;
  if (name === 'float' || name === 'offset') return `css${name[0]!.toUpperCase()}${name.slice(1)}`;
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function createMotionPlayer({ page, elementOf, roots, css }: MotionOptions) {
  const found = new Map<number, Found>();
  /** Not made by the page's styles yet: what they need may be on its way. */
  const waiting = new Map<number, () => boolean>();

  const effectOf = (animation: Animation) => animation.effect as KeyframeEffect | null;

  function animationsOf(element: Element, pseudo: string): Animation[] {
    return element.getAnimations({ subtree: true }).filter((animation) => {
      const effect = effectOf(animation);
      return effect?.target === element && (effect.pseudoElement ?? '') === pseudo;
    });
  }

  function show({ animation }: Found, numbers: Numbers): void {
    const state = playStates[numbers[motionNumbers.state] ?? -1];
    const time = numbers[motionNumbers.time] ?? NaN;
    const rate = numbers[motionNumbers.rate] ?? 1;
    if (Number.isFinite(rate) && animation.playbackRate !== rate) animation.playbackRate = rate;
    if (state === 'idle') return animation.cancel();
    if (state === 'running' && animation.playState !== 'running') animation.play();
    if (state === 'paused') animation.pause();
    if (Number.isFinite(time)) animation.currentTime = time;
  }

  function keyframesOf(element: Element, numbers: Numbers, texts: Texts): Keyframe[] {
    const keyframes: Keyframe[] = [];
    let text: number = madeTexts.keyframes;
    for (let at: number = madeNumbers.keyframes; at + 1 < numbers.length; at += 2) {
      const count = numbers[at + 1]!;
      const [easing = 'linear', composite = 'auto'] = texts.slice(text, (text += 2));
      const keyframe: Keyframe = {
        offset: numbers[at]!,
        easing,
        composite: composite as CompositeOperationOrAuto,
      };
      for (const end = text + count; text < end && text < texts.length; text++) {
        const colon = texts[text]!.indexOf(':');
        keyframe[keyOf(texts[text]!.slice(0, colon))] = css(texts[text]!.slice(colon + 1), element);
      }
      keyframes.push(keyframe);
    }
    return keyframes;
  }

  function make(number: number, element: Element, numbers: Numbers, texts: Texts): void {
    const pseudo = texts[madeTexts.pseudo] ?? '';
    const property = texts[madeTexts.property];
    const known = found.get(number);
    const native =
      property &&
      animationsOf(element, pseudo).find(
        (animation) => (animation as Partial<CSSTransition>).transitionProperty === property,
      );
    if (native) return keep(number, { animation: native, isOwn: false }, numbers);
    const effect = new KeyframeEffect(element, keyframesOf(element, numbers, texts), {
      pseudoElement: pseudo || null,
      delay: numbers[madeNumbers.delay]!,
      endDelay: numbers[madeNumbers.endDelay]!,
      duration: numbers[madeNumbers.duration]!,
      iterations: numbers[madeNumbers.iterations]!,
      iterationStart: numbers[madeNumbers.iterationStart]!,
      fill: texts[madeTexts.fill] as FillMode,
      direction: texts[madeTexts.direction] as PlaybackDirection,
      easing: texts[madeTexts.easing]!,
      composite: texts[madeTexts.composite] as CompositeOperation,
    });
    if (known?.isOwn) known.animation.effect = effect;
    keep(
      number,
      known ?? { animation: new Animation(effect, element.ownerDocument.timeline), isOwn: true },
      numbers,
    );
  }

  function keep(number: number, one: Found, numbers: Numbers): void {
    if (found.size >= MOST_ANIMATIONS) throw new Error('too many animations');
    found.set(number, one);
    show(one, numbers);
  }

  function findStyled(number: number, element: Element, numbers: Numbers, texts: Texts): boolean {
    const named = animationsOf(element, texts[styledTexts.pseudo] ?? '').filter(
      (one) => (one as Partial<CSSAnimation>).animationName === texts[styledTexts.name],
    );
    const animation = named[numbers[styledNumbers.nth] ?? 0];
    if (animation) keep(number, { animation, isOwn: false }, numbers);
    return animation !== undefined;
  }

  /** What the customer's page does not animate any more has run its course here as well. */
  function settle(): void {
    const told = new Set(Array.from(found.values(), ({ animation }) => animation));
    for (const root of roots()) {
      for (const animation of root.getAnimations()) {
        const isStyled = 'animationName' in animation;
        const isTimed = animation.timeline === page().timeline;
        if (!isStyled || !isTimed || told.has(animation)) continue;
        try {
          animation.finish();
        } catch {
          // It has no end.
          animation.cancel();
        }
      }
    }
  }

  return {
    show(number: number, id: NodeId, kind: MotionKind, numbers: Numbers, texts: Texts): void {
      if (kind === 'settled') return settle();
      const known = found.get(number);
      if (kind === 'made') {
        const element = elementOf(id);
        try {
          make(number, element, numbers, texts);
        } catch {
          // A curve or a timing that this browser does not know: the element stands as its styles have it.
        }
        return;
      }
      if (kind === 'styled') {
        const element = elementOf(id);
        const find = () => findStyled(number, element, numbers, texts);
        if (!find()) waiting.set(number, find);
        return;
      }
      if (kind === 'state') return known && show(known, numbers);
      waiting.delete(number);
      found.delete(number);
      known?.animation.cancel();
    },
    /** Something has loaded: what was waited for may be there. */
    retry(): void {
      for (const [number, find] of waiting) if (find()) waiting.delete(number);
    },
    clear(): void {
      for (const { animation, isOwn } of found.values()) if (isOwn) animation.cancel();
      found.clear();
      waiting.clear();
    },
  };
}
