// Every interface that the law is held against.
import { chart } from './chart.ts';
import type { Interface } from './interface.ts';
import { leaflet } from './leaflet.ts';
import { monaco } from './monaco.ts';
import { quill } from './quill.ts';
import { shoelace } from './shoelace.ts';

export const interfaces: readonly Interface[] = [chart, leaflet, monaco, quill, shoelace];
