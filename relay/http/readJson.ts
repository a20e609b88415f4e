// A request's JSON, read no further than its limit.
export const BODY_MAX_BYTES = 4096;

export type JsonBody =
  | { readonly type: 'read'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly type: 'badRequest' | 'bodyTooLarge' };

/** An empty body reads as an empty object. */
export async function readJson(request: Request): Promise<JsonBody> {
  const text = await readText(request);
  if (text === null) return { type: 'bodyTooLarge' };
  if (text === '') return { type: 'read', value: {} };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { type: 'read', value: value as Record<string, unknown> }
      : { type: 'badRequest' };
  } catch {
    // Not JSON, which the answer says.
    return { type: 'badRequest' };
  }
}

async function readText(request: Request): Promise<string | null> {
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > BODY_MAX_BYTES) {
      // What is not read is not kept either.
      await reader.cancel();
      return null;
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
