// The page family: what is mirrored. A snapshot starts afresh, each batch is the next in sequence; both carry ops
// (ops.ts), opaque to everything but the mirror and the viewer.
import { rest, struct, uint } from './codec.ts';

export const page = {
  /** Everything before it is void. The next batch carries `sequence + 1`. */
  snapshot: struct({ sequence: uint, ops: rest }),
  batch: struct({ sequence: uint, ops: rest }),
  /** Agent → customer: a gap, an unknown node or a fresh start; asks for a snapshot. */
  resync: struct({}),
  /** Agent → customer: applied up to here. */
  ack: struct({ sequence: uint }),
};
