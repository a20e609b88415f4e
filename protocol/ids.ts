// The identifiers that cross the wire. Node ids are positive; `NO_NODE` (0) stands for "none".
import type { Brand } from './brand.ts';

/** Small integer that the customer's side allocates and never reuses within a session. */
export type NodeId = Brand<number, 'NodeId'>;
/** The room's name on the relay: 22 characters of base64url (128 random bits). */
export type SessionId = Brand<string, 'SessionId'>;
/** Who a connection speaks for, from its signed token. One participant may reconnect many times. */
export type ParticipantId = Brand<string, 'ParticipantId'>;
/** Nine decimal digits, without separators. */
export type SecurityKey = Brand<string, 'SecurityKey'>;
/** Number of one grant of control; a command names the grant it was issued under. */
export type GrantId = Brand<number, 'GrantId'>;

export const NO_NODE = 0 as NodeId;

/** The page itself is stream 0; each document that joins from a frame of another origin is one more, and has this many ids to itself. */
export const STREAM_NODES = 2 ** 32;
export const streamOf = (node: NodeId): number => Math.floor(node / STREAM_NODES);
