// From message to frame and back. A frame is one byte of kind, then the payload; `decode` never throws.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Codec, Infer } from './codec.ts';
import { codecs, codeOf, DEFLATED, kindOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { limits } from './limits.ts';

export type MessageOf<K extends Kind> = { readonly kind: K } & Infer<(typeof codecs)[K]>;
export type Message = { [K in Kind]: MessageOf<K> }[Kind];

export type DecodeProblem = 'empty' | 'unknownKind' | 'tooLarge' | 'deflated' | 'malformed';
export type Decoded =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: DecodeProblem };

/** The frame of a message, not deflated. */
export function encode(message: Message): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, codeOf(message.kind));
  (codecs[message.kind] as Codec<unknown>).write(encoder, message);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}

/** The message in an inflated frame. A frame with bytes left over, or missing, is malformed. */
export function decode(frame: Uint8Array): Decoded {
  const first = frame[0];
  if (first === undefined) return { ok: false, problem: 'empty' };
  const kind = kindOf(first);
  if (kind === null) return { ok: false, problem: 'unknownKind' };
  if ((first & DEFLATED) !== 0) return { ok: false, problem: 'deflated' };
  if (frame.length > maxFrameBytes(kind, 'inflated')) return { ok: false, problem: 'tooLarge' };
  try {
    const decoder = decoding.createDecoder(frame);
    decoder.pos = 1;
    const payload = (codecs[kind] as Codec<object>).read(decoder);
    if (decoder.pos !== frame.length) return { ok: false, problem: 'malformed' };
    return { ok: true, message: { kind, ...payload } as Message };
  } catch {
    // Every way of being malformed ends in the same refusal; the bytes are the sender's business.
    return { ok: false, problem: 'malformed' };
  }
}

/** Holds ops: as large as a page may be, and worth nothing after a gap. */
export const isLarge = (kind: Kind): boolean => /snapshot|batch/i.test(kind);

/** Bytes that a frame of this kind may have, on the wire or once inflated. */
export function maxFrameBytes(kind: Kind, as: 'wire' | 'inflated' = 'wire'): number {
  if (!isLarge(kind)) return limits.smallFrameBytes;
  return as === 'wire' ? limits.pageFrameBytes : limits.inflatedBytes;
}
