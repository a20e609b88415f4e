// Interaction: pointers, highlight, annotations, comments, commands and their outcomes. Nothing here changes what is mirrored.
import { flag, float, list, struct, text, uint } from './codec.ts';
import type { Infer } from './codec.ts';
import { command, commandWaits, outcome } from './command.ts';
import { limits } from './limits.ts';
import { nodeId, place } from './place.ts';

/** Points of a stroke: CSS pixels from the top left corner of `anchor`'s border box. */
export const annotation = struct({
  /** Chosen by the agent's side; a second frame with the same id appends its points to the stroke. */
  id: uint,
  anchor: nodeId,
  colour: uint,
  points: list(struct({ x: float, y: float }), limits.strokePoints),
});
export type Annotation = Infer<typeof annotation>;

export const comment = struct({ id: uint, at: place, text: text(limits.commentLength) });
export type Comment = Infer<typeof comment>;

export const interaction = {
  /** Either side's pointer. `gone` when it has left the page. */
  pointer: struct({ gone: flag, at: place }),
  /** Outline round a node; `NO_NODE` clears it. */
  highlight: struct({ node: nodeId }),
  annotation,
  annotationsCleared: struct({}),
  comment,
  commentRemoved: struct({ id: uint }),
  command,
  outcome,
  commandWaits,
  /** What came of these commands? Asked when the line was cut, and no grant lets the commands themselves be sent again. */
  outcomesWanted: struct({ numbers: list(uint, limits.openCommands) }),
};
