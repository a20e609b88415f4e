// Every application of the tests. A new one has a folder of its own and stands here.
import type { App } from './app.ts';
import { angular } from './angular/angular.ts';
import { jquery } from './jquery/jquery.ts';
import { lit } from './lit/lit.ts';
import { preact } from './preact/preact.ts';
import { react } from './react/react.ts';
import { solid } from './solid/solid.ts';
import { svelte } from './svelte/svelte.ts';
import { vue } from './vue/vue.ts';

export const apps: readonly App[] = [react, vue, angular, svelte, lit, solid, preact, jquery];
