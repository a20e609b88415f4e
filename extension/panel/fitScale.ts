// How large the customer's page is drawn: fitted into the pane and never above its own size, or at its own size to read it.

export type Zoom = 'fit' | 'actual';

interface Size {
  readonly width: number;
  readonly height: number;
}

export function fitScale(page: Size, pane: Size, zoom: Zoom): number {
  if (zoom === 'actual' || page.width <= 0 || page.height <= 0) return 1;
  const scale = Math.min(1, pane.width / page.width, pane.height / page.height);
  return scale > 0 ? scale : 1;
}
