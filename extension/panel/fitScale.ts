// How large the customer's page is drawn: fitted into the pane and never above its own size, or at a size that the agent has chosen.

/** `fit`, or CSS pixels of the panel per CSS pixel of the customer's page. */
export type Zoom = 'fit' | number;

interface Size {
  readonly width: number;
  readonly height: number;
}

export function fitScale(page: Size, pane: Size, zoom: Zoom): number {
  if (zoom !== 'fit') return zoom;
  if (page.width <= 0 || page.height <= 0) return 1;
  const scale = Math.min(1, pane.width / page.width, pane.height / page.height);
  return scale > 0 ? scale : 1;
}

const steps = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4] as const;
export const smallest = steps[0];
export const largest = steps.at(-1)!;

/** The next step from where the scale is now, in or out. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const differs = 0.01;
  return direction > 0
    ? (steps.find((step) => step > scale + differs) ?? largest)
    : (steps.findLast((step) => step < scale - differs) ?? smallest);
}

/** A turn of the wheel with Control, or a pinch: in proportion to how far it went. */
export function zoomBy(scale: number, deltaY: number): number {
  const factor = Math.exp(-Math.max(-60, Math.min(60, deltaY)) / 200);
  return Math.max(smallest, Math.min(largest, Math.round(scale * factor * 100) / 100));
}

export type ZoomKey = 'in' | 'out' | 'fit';

/** What a key press does to the size, or null. While typing into the customer's page, with Alt. */
export function zoomForKey(press: {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly otherModifier: boolean;
  readonly typing: boolean;
}): ZoomKey | null {
  if (press.otherModifier || (press.typing && !press.altKey)) return null;
  if (press.key === '+' || press.code === 'Equal' || press.code === 'NumpadAdd') return 'in';
  if (press.key === '-' || press.code === 'Minus' || press.code === 'NumpadSubtract') return 'out';
  return press.code === 'Digit0' || press.code === 'Numpad0' ? 'fit' : null;
}
