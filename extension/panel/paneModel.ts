// What the parts of the pane share while a page is shown: the viewer, its scale, and a tick for every new layout.
import type { ReadonlySignal } from '@preact/signals';
import type { Viewer, ViewerPage } from '../viewer/viewer.ts';

export interface PaneModel {
  readonly viewer: Viewer;
  readonly scale: ReadonlySignal<number>;
  /** The part of the page that the customer has pinched near; null when they see all of it. */
  readonly seen: ReadonlySignal<ViewerPage['seen']>;
  /** Changes whenever what is drawn over the page has to be placed anew. */
  readonly layout: ReadonlySignal<number>;
}
