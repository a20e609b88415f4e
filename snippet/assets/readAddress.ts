// What stands at an address of the page, as the page itself gets it: with the customer's cookies where it is the page's own origin. What
// cannot be had again is drawn from the element that shows it.
import type { MissingReason } from '../../protocol/asset.ts';
import { limits } from '../../protocol/limits.ts';
import { assetType } from '../privacy/maskBytes.ts';
import { draw, encode, lossless } from './encode.ts';

export interface Read {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const WITHIN_MS = 20_000;

export async function readAddress(
  view: Window,
  node: Node,
  address: string,
): Promise<Read | MissingReason> {
  const image = node as HTMLImageElement;
  const isImage = image.localName === 'img' && image.currentSrc === address;
  if (isImage && image.complete && image.naturalWidth === 0) return 'broken';
  return (
    (mayFetch(view, node, address) && (await fetched(view, address))) ||
    (isImage ? drawn(image) : 'gone')
  );
}

/** Of another origin only where it was loaded with CORS: anything else is refused, loudly, on the page's console. */
function mayFetch(view: Window, node: Node, address: string): boolean {
  if (address.startsWith('blob:') || new URL(address).origin === view.location.origin) return true;
  return node.nodeType !== 1 || /^(style|link)$/.test((node as Element).localName)
    ? /\.(woff2?|ttf|otf)([?#]|$)/i.test(address)
    : (node as Element).hasAttribute('crossorigin');
}

async function fetched(view: Window, address: string): Promise<Read | MissingReason | null> {
  try {
    const response = await view.fetch(address, {
      credentials: 'same-origin',
      cache: 'force-cache',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (!response.ok) return null;
    if (Number(response.headers.get('content-length')) > limits.assetBytes) return 'tooLarge';
    const bytes = await upTo(response, limits.assetBytes);
    if (!bytes) return 'tooLarge';
    const type = assetType(response.headers.get('content-type') ?? '', bytes);
    return type === null ? null : { type, bytes };
  } catch {
    // Revoked, kept out by the page's policy, or refused: what is drawn may still be had.
    return null;
  }
}

async function upTo(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  const reader = response.body!.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    total += part.value.length;
    if (total > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

async function drawn(image: HTMLImageElement): Promise<Read | MissingReason> {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!image.complete || width === 0) return 'gone';
  if (width * height > limits.picturePixels) return 'tooLarge';
  try {
    return (await encode(draw(image, width, height), lossless)) ?? 'tooLarge';
  } catch {
    // The platform's own answer to a picture of another origin.
    return 'tainted';
  }
}
