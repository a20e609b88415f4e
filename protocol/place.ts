// A position that survives two different layouts: a node and fractions of its border box.
import { as, float, struct, uint } from './codec.ts';
import type { Codec } from './codec.ts';
import type { NodeId } from './ids.ts';

export const nodeId = as<NodeId>()(uint);

/** `x` and `y` are fractions of the node's border box, or of the viewport when `node` is `NO_NODE`. */
export interface Place {
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
}
export const place: Codec<Place> = struct({ node: nodeId, x: float, y: float });
