// Every interface that the law is held against.
import { chart } from './chart.ts';
import { grid } from './grid.ts';
import type { Interface } from './interface.ts';
import { leaflet } from './leaflet.ts';
import { monaco } from './monaco.ts';
import { preact } from './preact.ts';
import { quill } from './quill.ts';
import { shoelace } from './shoelace.ts';
import { swagger } from './swagger.ts';

export const interfaces: readonly Interface[] = [
  chart,
  grid,
  leaflet,
  monaco,
  preact,
  quill,
  shoelace,
  swagger,
];
