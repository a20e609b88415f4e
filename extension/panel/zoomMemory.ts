// The size that the agent chose last, for the next session and the other view. Nothing of a page.
import { largest, smallest } from './fitScale.ts';
import type { Zoom } from './fitScale.ts';

const KEY = 'zoom';

export function recallZoom(): Zoom {
  const kept = Number(localStorage.getItem(KEY));
  return kept >= smallest && kept <= largest ? kept : 'fit';
}

export const rememberZoom = (zoom: Zoom): void => localStorage.setItem(KEY, String(zoom));
