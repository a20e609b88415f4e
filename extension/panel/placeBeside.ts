// Where a popup goes: under its field, above where there is no room, always within the panel.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;
const GAP = 4;

export function placeBeside(field: Box, popup: Size, room: Size): { left: number; top: number } {
  const below = field.y + field.height + GAP;
  const above = field.y - GAP - popup.height;
  const fitsBelow = below + popup.height + MARGIN <= room.height;
  const top = fitsBelow || above < MARGIN ? below : above;
  return {
    left: within(field.x, MARGIN, room.width - popup.width - MARGIN),
    top: within(top, MARGIN, room.height - popup.height - MARGIN),
  };
}

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));
