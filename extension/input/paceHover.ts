// How often the page hears where the agent's pointer is: at once when it comes over something else, else now and then. Pure.
import type { NodeId } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';

export interface HoverPace {
  readonly node: NodeId | null;
  readonly framesSince: number;
}

export const restingPace: HoverPace = { node: null, framesSince: 0 };

/** Enough for whatever follows the pointer within one element. */
const FRAMES_BETWEEN = 6;

export function paceHover(pace: HoverPace, at: Place): readonly [due: boolean, next: HoverPace] {
  const due = at.node !== pace.node || pace.framesSince + 1 >= FRAMES_BETWEEN;
  return [due, { node: at.node, framesSince: due ? 0 : pace.framesSince + 1 }];
}
