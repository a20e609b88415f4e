// What a motion op says of an animation (opWriter.ts): where each number and text stands. Both ends read and write by this.

export const playStates = ['idle', 'running', 'paused', 'finished'] as const;

/** Numbers of the kinds `made`, `styled` and `state`; milliseconds. `time` is not-a-number where there is none. */
export const motionNumbers = { state: 0, time: 1, rate: 2 } as const;
/** Of `styled`: which it is of those of this name. */
export const styledNumbers = { nth: 3 } as const;
/** Of `made`. After these: for each keyframe its offset, and how many declarations it has. */
export const madeNumbers = {
  delay: 3,
  endDelay: 4,
  duration: 5,
  iterations: 6,
  iterationStart: 7,
  keyframes: 8,
} as const;

/** Texts of `styled`. */
export const styledTexts = { pseudo: 0, name: 1 } as const;
/** Of `made`; `property` is that of a transition, or empty. After these: for each keyframe easing, composite and its declarations, each `name:value`. */
export const madeTexts = {
  pseudo: 0,
  property: 1,
  fill: 2,
  direction: 3,
  easing: 4,
  composite: 5,
  keyframes: 6,
} as const;
