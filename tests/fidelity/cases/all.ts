// Every case, by group, and the pages that they are played on.
import type { Served } from '../../harness/serve.ts';
import { basicPages, basics } from './basics.ts';
import { cascade } from './cascade.ts';
import type { Case } from './case.ts';
import { dom } from './dom.ts';
import { fields } from './fields.ts';
import { frames } from './frames.ts';
import { layers } from './layers.ts';
import { modes } from './modes.ts';
import { motion } from './motion.ts';
import { rules } from './rules.ts';
import { scroll } from './scroll.ts';
import { shadow } from './shadow.ts';
import { sheets } from './sheets.ts';
import { states } from './states.ts';

export const groups: Readonly<Record<string, readonly Case[]>> = {
  basics,
  cascade,
  dom,
  fields,
  frames,
  layers,
  modes,
  motion,
  rules,
  scroll,
  shadow,
  sheets,
  states,
};

export const pathOf = (group: string, index: number, { path }: Case): string =>
  path ?? `/cases/${group}/${index}`;

const whole = (title: string, body: string) =>
  /^<(!doctype|html)/i.test(body)
    ? body
    : `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

export function stage(path: string): Served | undefined {
  if (path === '/sheet.css')
    return { body: '.linked { color: rgb(10, 20, 30) }', type: 'text/css' };
  if (path === '/other.css')
    return { body: '.linked { color: rgb(40, 50, 60) }', type: 'text/css' };
  const css: Readonly<Record<string, string>> = {
    '/deep/outer.css':
      '@import "inner.css"; .outer { color: rgb(11, 22, 33) } .outer:focus { font-size: 27px }',
    '/deep/inner.css': '.inner { color: rgb(44, 55, 66); background-image: url(picture.png) }',
    '/vars.css':
      ':root { --v: rgb(7, 8, 9) } .v { background: var(--v); background-position: 3px 4px; margin: var(--m, 7px); margin-left: 5px }',
  };
  if (css[path] !== undefined) return { body: css[path], type: 'text/css' };
  const [, , group, index] = path.split('/');
  const body = basicPages[path] ?? groups[group ?? '']?.[Number(index)]?.html;
  return body === undefined ? undefined : { body: whole(path, body) };
}
