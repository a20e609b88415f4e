// Entries on their way from the customer's page to the relay: the payload of `entries`, written and read apart from the other messages, since few
// have to do with it.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { list } from './codec.ts';
import type { Infer } from './codec.ts';
import { numberedEntry } from './entry.ts';
import { limits } from './limits.ts';

const entries = list(numberedEntry, limits.entriesPerMessage);
export type NumberedEntry = Infer<typeof numberedEntry>;

export function encodeEntries(values: readonly NumberedEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  entries.write(encoder, [...values]);
  return encoding.toUint8Array(encoder);
}

/** Null when they do not hold together. */
export function decodeEntries(bytes: Uint8Array): NumberedEntry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const found = entries.read(decoder);
    return decoder.pos === bytes.length ? found : null;
  } catch {
    // Every way of being malformed ends in the same refusal.
    return null;
  }
}
