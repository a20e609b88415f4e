// Files that a page's drawings use parts of (`<use href="icons.svg#cart">`): no browser takes them from another origin, so each is shown from a
// copy, screened element by element (screen.ts).
import { screenDrawing } from './screen.ts';

export interface UsedDrawings {
  /** Where the copy of what stands at the address is, if there is one. */
  find(address: string): string | null;
  /** False when the text is no drawing. */
  add(address: string, text: string): boolean;
  clear(): void;
}

export function createUsedDrawings(): UsedDrawings {
  const urls = new Map<string, string>();
  return {
    find: (address) => urls.get(address) ?? null,
    add(address, text) {
      if (urls.has(address)) return true;
      const drawing = screenDrawing(new DOMParser().parseFromString(text, 'image/svg+xml'));
      if (!drawing) return false;
      const copy = new XMLSerializer().serializeToString(drawing);
      urls.set(address, URL.createObjectURL(new Blob([copy], { type: 'image/svg+xml' })));
      return true;
    },
    clear() {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
