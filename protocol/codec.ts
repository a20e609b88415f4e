// Small codecs that compose: each writes and reads one shape over lib0, so the two sides cannot drift apart.
// Reading throws on malformed bytes; only `decode` (decode.ts) calls it, and turns the throw into a typed result.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { fromUtf8, toUtf8 } from './utf8.ts';

export interface Codec<T> {
  write(encoder: encoding.Encoder, value: T): void;
  read(decoder: decoding.Decoder): T;
}
export type Infer<C> = C extends Codec<infer T> ? T : never;

class Malformed extends Error {}
export function malformed(what: string): never {
  throw new Malformed(what);
}

function byte(decoder: decoding.Decoder): number {
  if (!decoding.hasContent(decoder)) malformed('end of frame');
  return decoding.readUint8(decoder);
}

export const uint: Codec<number> = {
  write: encoding.writeVarUint,
  read: decoding.readVarUint,
};

/** IEEE 754 single precision. Not-a-number and infinities are malformed: they only ever cause harm in layout. */
export const float: Codec<number> = {
  write: encoding.writeFloat32,
  read(decoder) {
    const value = decoding.readFloat32(decoder);
    return Number.isFinite(value) ? value : malformed('not a number');
  },
};

export const flag: Codec<boolean> = {
  write: (encoder, value) => encoding.writeUint8(encoder, value ? 1 : 0),
  read: (decoder) => byte(decoder) === 1,
};

export const text = (maxLength: number): Codec<string> => ({
  write: (encoder, value) =>
    encoding.writeVarUint8Array(encoder, toUtf8(value.slice(0, maxLength))),
  read(decoder) {
    const value = fromUtf8(decoding.readVarUint8Array(decoder));
    return value.length <= maxLength ? value : malformed('text too long');
  },
});

/** What is left of the frame, as it is. */
export const rest: Codec<Uint8Array> = {
  write: encoding.writeUint8Array,
  read: (decoder) => decoding.readTailAsUint8Array(decoder),
};

export const list = <T>(item: Codec<T>, maxItems: number): Codec<T[]> => ({
  write(encoder, values) {
    const kept = values.slice(0, maxItems);
    encoding.writeVarUint(encoder, kept.length);
    for (const value of kept) item.write(encoder, value);
  },
  read(decoder) {
    const count = decoding.readVarUint(decoder);
    if (count > maxItems) malformed('too many items');
    return Array.from({ length: count }, () => item.read(decoder));
  },
});

/** One of a fixed list of words, sent as its position. The list only ever grows at its end. */
export const oneOf = <const W extends string>(words: readonly W[]): Codec<W> => ({
  write: (encoder, value) => encoding.writeUint8(encoder, words.indexOf(value)),
  read: (decoder) => words[byte(decoder)] ?? malformed('unknown word'),
});

/** A codec over the same bytes for a branded type. */
export const as =
  <T>() =>
  <B>(codec: Codec<B>): Codec<T> =>
    codec as unknown as Codec<T>;

type Struct<S> = { [K in keyof S]: Infer<S[K]> };

/** Fields in their written order, without names on the wire. */
export function struct<const S extends Record<string, Codec<any>>>(shape: S): Codec<Struct<S>> {
  const fields = Object.entries(shape) as [keyof S & string, Codec<unknown>][];
  return {
    write(encoder, value) {
      for (const [name, codec] of fields) codec.write(encoder, value[name]);
    },
    read(decoder) {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of fields) value[name] = codec.read(decoder);
      return value as Struct<S>;
    },
  };
}

type Variants<V, Tag extends string> = {
  [K in keyof V]: { [T in Tag]: K } & Infer<V[K]>;
}[keyof V];

/** A tagged union: the tag is sent as its position in `variants`, which only ever grows at its end. */
export function union<Tag extends string, const V extends Record<string, Codec<any>>>(
  tag: Tag,
  variants: V,
): Codec<Variants<V, Tag>> {
  const names = Object.keys(variants);
  return {
    write(encoder, value) {
      const name = (value as Record<string, string>)[tag]!;
      encoding.writeUint8(encoder, names.indexOf(name));
      variants[name]!.write(encoder, value);
    },
    read(decoder) {
      const name = names[byte(decoder)] ?? malformed('unknown variant');
      return { [tag]: name, ...variants[name]!.read(decoder) } as Variants<V, Tag>;
    },
  };
}
