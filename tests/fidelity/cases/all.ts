// Every case, by group, and the pages that they are played on.
import type { Served } from '../../harness/serve.ts';
import { basicPages, basics } from './basics.ts';
import { cascade } from './cascade.ts';
import type { Case } from './case.ts';
import { cssom } from './cssom.ts';
import { documents } from './documents.ts';
import { dom } from './dom.ts';
import { fields } from './fields.ts';
import { frames } from './frames.ts';
import { layers } from './layers.ts';
import { modes } from './modes.ts';
import { motion } from './motion.ts';
import { pseudo } from './pseudo.ts';
import { roots } from './roots.ts';
import { rules } from './rules.ts';
import { scroll } from './scroll.ts';
import { scrollers } from './scrollers.ts';
import { shadow } from './shadow.ts';
import { sheets } from './sheets.ts';
import { states } from './states.ts';
import { topLayer } from './topLayer.ts';
import { trees } from './trees.ts';
import { values } from './values.ts';

export const groups: Readonly<Record<string, readonly Case[]>> = {
  basics,
  cascade,
  cssom,
  documents,
  dom,
  fields,
  frames,
  layers,
  modes,
  motion,
  pseudo,
  roots,
  rules,
  scroll,
  scrollers,
  shadow,
  sheets,
  states,
  topLayer,
  trees,
  values,
};

export const pathOf = (group: string, index: number, { path }: Case): string =>
  path ?? `/cases/${group}/${index}`;

const whole = (title: string, body: string) =>
  /^<(!doctype|html|frameset)/i.test(body)
    ? body
    : `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

const files: Readonly<Record<string, string>> = {
  '/sheet.css': '.linked { color: rgb(10, 20, 30) }',
  '/other.css': '.linked { color: rgb(40, 50, 60) }',
  '/states.css':
    'button:hover { color: rgb(1, 0, 0) } button:active { padding: 9px } button:focus { font-size: 21px } button:focus-visible { letter-spacing: 3px } #o:focus-within { margin: 7px }',
  '/deep/one.css': '@import "two.css"; .one { color: rgb(1, 2, 3) }',
  '/deep/two.css': '.two { color: rgb(4, 5, 6); background-image: url(two.png) }',
  '/deep/outer.css':
    '@import "inner.css"; .outer { color: rgb(11, 22, 33) } .outer:focus { font-size: 27px }',
  '/deep/inner.css': '.inner { color: rgb(44, 55, 66); background-image: url(picture.png) }',
  '/vars.css':
    ':root { --v: rgb(7, 8, 9) } .v { background: var(--v); background-position: 3px 4px; margin: var(--m, 7px); margin-left: 5px }',
  '/deep/layered.css': '.layered { color: rgb(7, 8, 9); font-size: 22px }',
};

export function stage(path: string): Served | undefined {
  const css = files[path];
  if (css !== undefined) return { body: css, type: 'text/css' };
  const [, , group, index] = path.split('/');
  const body = basicPages[path] ?? groups[group ?? '']?.[Number(index)]?.html;
  return body === undefined ? undefined : { body: whole(path, body) };
}
