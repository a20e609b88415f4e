// A turn of the wheel in CSS pixels of the customer's page, whatever unit the browser counts in. Pure.

export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** As in WheelEvent.deltaMode: pixels, lines, pages. */
  readonly deltaMode: number;
}

const LINE_PIXELS = 40;

/** Pixels are divided by the scale, so that the page moves as far as the fingers do. */
export function wheelPixels(
  turn: WheelTurn,
  scale: number,
  pageHeight: number,
): { readonly dx: number; readonly dy: number } {
  const unit = [1 / scale, LINE_PIXELS, pageHeight][turn.deltaMode] ?? 1;
  return { dx: turn.deltaX * unit, dy: turn.deltaY * unit };
}
