// Animations in flight. What styles make starts on both sides by itself, so of that only is told what a viewer that comes late, or a script's
// hand, makes differ; what script makes is told with its keyframes. Fetched when the first one is seen.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { playStates } from '../../protocol/motion.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { maskAttribute, maskSheet } from '../privacy/mask.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';
import type { NodeIds } from './nodeIds.ts';

type Root = Document | ShadowRoot;

export interface MotionContext {
  readonly writer: OpWriter;
  readonly ids: NodeIds;
  readonly careOf: (id: NodeId) => Care;
  readonly roots: () => Iterable<Root>;
}

export interface Motion {
  /** The viewer starts afresh: all animations have to be told. */
  restart(): void;
  /** Script has made it or laid hands on it. */
  touched(animation: Animation): void;
  /** The effect's keyframes or timing are others. */
  remade(effect: AnimationEffect): void;
  /** Looks whether what was told still holds. */
  poll(): void;
  write(): void;
}

interface Told {
  readonly number: number;
  readonly node: NodeId;
  state: string;
}

const MOST_TOLD = 2000;
const REMADE = '';

const nameOf = (animation: Animation): string | undefined =>
  (animation as Partial<CSSAnimation>).animationName;
const propertyOf = (animation: Animation): string | undefined =>
  (animation as Partial<CSSTransition>).transitionProperty;

/** From a property of a keyframe object to that of CSS. */
const cssName = (name: string) =>
  name.startsWith('--')
    ? name
    : name
        .replace(/^css(Float|Offset)$/, (_, rest: string) => rest.toLowerCase())
        .replace(/^webkit|[A-Z]/g, (found) => `-${found.toLowerCase()}`);

function stateOf(animation: Animation): string {
  const { playState, playbackRate, startTime, currentTime } = animation;
  // One that is still to start has no start.
  const at = playState === 'running' ? (startTime ?? currentTime) : currentTime;
  return `${playState} ${playbackRate} ${at}`;
}

export function createMotion({ writer, ids, careOf, roots }: MotionContext): Motion {
  const told = new Map<Animation, Told>();
  const due = new Set<Animation>();
  /** Their elements are not mirrored, or not yet. */
  const waiting = new Set<Animation>();
  let isFresh = true;
  let last = 0;

  function effectOf(animation: Animation): KeyframeEffect | null {
    const effect = animation.effect as KeyframeEffect | null;
    // What scrolling drives is driven by it on both sides.
    const isTimed = typeof (animation.timeline?.currentTime ?? 0) === 'number';
    return effect?.target && isTimed && 'getKeyframes' in effect ? effect : null;
  }

  const stateNumbers = ({ playState, currentTime, playbackRate }: Animation) => [
    playStates.indexOf(playState),
    typeof currentTime === 'number' ? currentTime : NaN,
    playbackRate,
  ];

  /** Which it is of the animations of this name there. */
  function nthOf(animation: Animation, effect: KeyframeEffect): number {
    const name = nameOf(animation);
    return effect
      .target!.getAnimations({ subtree: true })
      .filter((one) => {
        const other = one.effect as KeyframeEffect;
        return (
          nameOf(one) === name &&
          other.target === effect.target &&
          other.pseudoElement === effect.pseudoElement
        );
      })
      .indexOf(animation);
  }

  function writeMade(at: Told, animation: Animation, effect: KeyframeEffect, care: Care): void {
    const {
      delay = 0,
      endDelay = 0,
      duration,
      iterations = 1,
      iterationStart = 0,
    } = effect.getTiming();
    const { fill = 'none', direction = 'normal', easing = 'linear' } = effect.getTiming();
    const numbers = [delay, endDelay, Number(duration) || 0, iterations, iterationStart];
    const texts: string[] = [
      effect.pseudoElement ?? '',
      propertyOf(animation) ?? '',
      fill,
      direction,
      easing,
      effect.composite,
    ];
    const frames: MaskedText[] = [];
    for (const keyframe of effect.getKeyframes()) {
      const { offset: _, computedOffset, easing: eased, composite, ...properties } = keyframe;
      const declarations = Object.entries(properties)
        .map(([name, value]) => maskAttribute('style', `${cssName(name)}:${String(value)}`, care))
        .filter((declaration) => declaration !== null && declaration !== '') as MaskedText[];
      numbers.push(computedOffset, declarations.length);
      frames.push(maskSheet(eased, care), maskSheet(composite, care), ...declarations);
    }
    writer.motion(
      at.number,
      at.node,
      'made',
      [...stateNumbers(animation), ...numbers],
      [...texts.map((text) => maskSheet(text, care)), ...frames],
    );
  }

  /** False when its element is not mirrored, or not yet. */
  function tell(animation: Animation): boolean {
    const effect = effectOf(animation);
    const node = effect ? ids.idOf(effect.target!) : 0;
    if (!effect || !node) return false;
    const care = careOf(node);
    if (care & careBits.blocked || told.size >= MOST_TOLD) return true;
    const number = told.get(animation)?.number ?? ++last;
    const at = { number, node, state: stateOf(animation) };
    told.set(animation, at);
    const name = nameOf(animation);
    if (name === undefined) writeMade(at, animation, effect, care);
    else
      writer.motion(
        number,
        node,
        'styled',
        [...stateNumbers(animation), Math.max(nthOf(animation, effect), 0)],
        [maskSheet(effect.pseudoElement ?? '', care), maskSheet(name, care)],
      );
    return true;
  }

  function update(animation: Animation): void {
    const at = told.get(animation);
    const { playState, effect, replaceState } = animation;
    const isOver =
      playState === 'idle' ||
      replaceState === 'removed' ||
      (playState === 'finished' && effect?.getComputedTiming().progress === null);
    if (isOver) {
      // What styles made, and script has ended, the viewer's styles still make.
      if (!at && nameOf(animation) && playState === 'idle') tell(animation);
      if (at) writer.motion(at.number, at.node, 'gone', [], []);
      return void told.delete(animation);
    }
    if (!at || at.state === REMADE || ids.idOf(effectOf(animation)?.target ?? null) !== at.node) {
      if (!tell(animation)) waiting.add(animation);
      return;
    }
    const state = stateOf(animation);
    if (state === at.state) return;
    at.state = state;
    writer.motion(at.number, at.node, 'state', stateNumbers(animation), []);
  }

  return {
    restart(): void {
      told.clear();
      isFresh = true;
    },
    touched: (animation) => void due.add(animation),
    remade(effect): void {
      for (const [animation, at] of told) {
        if (animation.effect !== effect) continue;
        at.state = REMADE;
        due.add(animation);
      }
    },
    poll(): void {
      for (const [animation, at] of told)
        if (stateOf(animation) !== at.state || !ids.nodeOf(at.node)) due.add(animation);
      for (const animation of waiting) due.add(animation);
      waiting.clear();
    },
    write(): void {
      if (isFresh) {
        isFresh = false;
        due.clear();
        for (const root of roots()) for (const one of root.getAnimations?.() ?? []) update(one);
        return writer.motion(0, NO_NODE, 'settled', [], []);
      }
      due.forEach(update);
      due.clear();
    },
  };
}
