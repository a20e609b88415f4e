// What the parts of the pane share while a page is shown: the viewer, its scale, and a tick for every new layout.
import type { ReadonlySignal } from '@preact/signals';
import type { Viewer } from '../viewer/viewer.ts';

export interface PaneModel {
  readonly viewer: Viewer;
  readonly scale: ReadonlySignal<number>;
  /** Changes whenever what is drawn over the page has to be placed anew. */
  readonly layout: ReadonlySignal<number>;
}
