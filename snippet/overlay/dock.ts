// Where the bar stands: six places along the viewport's top and bottom. Pure.

export interface Dock {
  readonly edge: 'top' | 'bottom';
  readonly side: 'start' | 'middle' | 'end';
}

const sides = ['start', 'middle', 'end'] as const;

/** The dock nearest to a point given as fractions of the viewport; `x` runs in the writing direction. */
export function dockAt(x: number, y: number): Dock {
  return {
    edge: y < 0.5 ? 'top' : 'bottom',
    side: sides[Math.min(2, Math.max(0, Math.floor(x * 3)))]!,
  };
}

/** The dock that an arrow key leads to; null when the key is no arrow. */
export function dockByKey(dock: Dock, key: string, rightToLeft: boolean): Dock | null {
  if (key === 'ArrowUp') return { ...dock, edge: 'top' };
  if (key === 'ArrowDown') return { ...dock, edge: 'bottom' };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const step = (key === 'ArrowRight') === rightToLeft ? -1 : 1;
  const index = sides.indexOf(dock.side) + step;
  return { ...dock, side: sides[Math.min(2, Math.max(0, index))]! };
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The edge at which a bar of `height` leaves `focused` uncovered; its own edge when both or neither would cover it. */
export function edgeClearOf(
  focused: Span | null,
  edge: Dock['edge'],
  height: number,
  viewportHeight: number,
): Dock['edge'] {
  const covers = (at: Dock['edge']) =>
    focused !== null &&
    (at === 'top' ? focused.top < height : focused.bottom > viewportHeight - height);
  const other = edge === 'top' ? 'bottom' : 'top';
  return covers(edge) && !covers(other) ? other : edge;
}
