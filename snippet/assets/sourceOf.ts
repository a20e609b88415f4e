// Which of its sources a picture shows, and how many of that source's pixels make one of CSS: the agent's screen would choose another.
import type { NodeId } from '../../protocol/ids.ts';
import type { MaskedText } from '../../protocol/maskedText.ts';
import { maskAttribute } from '../privacy/mask.ts';
import type { Found } from './told.ts';

/** Null while it shows none. Asked of pictures that may be seen. */
export function sourceOf(image: HTMLImageElement, node: NodeId): Found | null {
  const { currentSrc, naturalWidth: width, naturalHeight: height } = image;
  if (!currentSrc || !image.complete || width === 0) return null;
  const from: MaskedText | null = maskAttribute('src', currentSrc, 0, 'img');
  if (from === null) return null;
  const density = densityOf(image, currentSrc);
  return { node, address: '', width, height, what: { is: 'source', from, density } };
}

function densityOf(image: HTMLImageElement, currentSrc: string): number {
  const lists = [image, ...(image.parentElement?.querySelectorAll(':scope > source') ?? [])];
  for (const list of lists) {
    for (const [, address = '', amount = '', unit = ''] of (
      list.getAttribute('srcset') ?? ''
    ).matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)) {
      try {
        if (new URL(address, image.baseURI).href !== currentSrc) continue;
      } catch {
        // No address at all.
        continue;
      }
      if (unit === 'x') return Number(amount) || 1;
      // As wide as it says it is, and shown as wide as it is.
      if (unit === 'w') return Number(amount) / image.naturalWidth || 1;
      return 1;
    }
  }
  return 1;
}
