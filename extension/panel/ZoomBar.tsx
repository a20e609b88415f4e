// How large the page is drawn, and the ways to change it.
import { largest, smallest, zoomStep } from './fitScale.ts';
import type { Zoom } from './fitScale.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly zoom: Zoom;
  readonly scale: number;
  readonly onZoom: (zoom: Zoom) => void;
}

export function ZoomBar({ zoom, scale, onZoom }: Props) {
  const other = zoom === 'fit' ? 1 : 'fit';
  const name = zoom === 'fit' ? 'Actual size' : 'Fit to panel';
  const percent = `${Math.round(scale * 100)}%`;
  return (
    <div class="zoom" role="group" aria-label="Size of the page">
      <button
        class="quiet icon-only"
        type="button"
        title="Zoom out (−)"
        aria-label="Zoom out"
        aria-keyshortcuts="- Alt+-"
        aria-disabled={scale <= smallest}
        onClick={() => onZoom(zoomStep(scale, -1))}
      >
        <Icon name="zoomOut" size={14} />
      </button>
      <button
        class="quiet figures"
        type="button"
        title={`${name} (now ${percent})`}
        aria-label={name}
        aria-description={`Now ${percent}`}
        aria-keyshortcuts={zoom === 'fit' ? undefined : '0 Alt+0'}
        onClick={() => onZoom(other)}
      >
        {percent}
      </button>
      <button
        class="quiet icon-only"
        type="button"
        title="Zoom in (+)"
        aria-label="Zoom in"
        aria-keyshortcuts="+ Alt++"
        aria-disabled={scale >= largest}
        onClick={() => onZoom(zoomStep(scale, 1))}
      >
        <Icon name="zoomIn" size={14} />
      </button>
    </div>
  );
}
