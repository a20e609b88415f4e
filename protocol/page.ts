// The page family: what is mirrored. A snapshot starts afresh, each batch is the next in sequence; both carry ops
// (ops.ts), opaque to everything but the mirror and the viewer.
import { list, rest, struct, uint } from './codec.ts';
import { limits } from './limits.ts';
import { nodeId } from './place.ts';

const ops = { sequence: uint, ops: rest };
const runs = list(struct({ first: uint, count: uint }), limits.inexactRuns);

export const page = {
  /** Everything before it is void. The next batch carries `sequence + 1`. */
  snapshot: struct(ops),
  batch: struct(ops),
  /** Agent → customer: a gap, an unknown node or a fresh start; asks for a snapshot. */
  resync: struct({}),
  /** Agent → customer: applied up to here. */
  ack: struct({ sequence: uint }),
  /** Agent → customer: runs of nodes whose HTML did not parse to what they are. Asks for a snapshot that tells them node by node. */
  inexact: struct({ runs }),
  /** The document in this frame element is told as a stream of its own from now on; `NO_NODE`: no longer. */
  frame: struct({ stream: uint, node: nodeId }),
  /** As their namesakes, of one stream: it has a sequence and a string table of its own, and its node ids begin at `stream` times `STREAM_NODES`. */
  frameSnapshot: struct({ stream: uint, ...ops }),
  frameBatch: struct({ stream: uint, ...ops }),
  frameResync: struct({ stream: uint }),
  frameAck: struct({ stream: uint, sequence: uint }),
  frameInexact: struct({ stream: uint, runs }),
};
