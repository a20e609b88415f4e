// Raw DEFLATE (RFC 1951) by the browser's own streams. They work on the thread that feeds them, so what is large is fed in pieces, and the
// page goes on between two of them. Inflating is bounded.

/** Some ten milliseconds of work on a slow machine. */
const PIECE_BYTES = 128 * 1024;

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return (await pass(new CompressionStream('deflate-raw'), bytes, Infinity))!;
}

/** The inflated bytes, or null when they are not DEFLATE or exceed `maxBytes`. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await pass(new DecompressionStream('deflate-raw'), bytes, maxBytes);
  } catch {
    // Not DEFLATE: the caller answers every unreadable frame the same way.
    return null;
  }
}

type ByteStream = Pick<CompressionStream, 'readable' | 'writable'>;

async function pass(
  { readable, writable }: ByteStream,
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // What goes wrong while it is fed shows where it is read.
  feed(writable.getWriter(), bytes).catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.length;
    if (total > maxBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    if (at > 0) await new Promise((done) => setTimeout(done));
    await writer.write(bytes.subarray(at, at + PIECE_BYTES));
  }
  await writer.close();
}
