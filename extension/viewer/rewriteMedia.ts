// Media queries of the customer's page, answered for the customer's browser in place of the agent's: a feature that is known becomes one that
// always or never holds. Width, height and what depends on them stay as they are, since the frame has the customer's size; so does the preferred
// scheme, since a frame prefers what its element uses, and a frame within the page may prefer another one than the page.
import { mediaFeatures } from '../../protocol/environment.ts';
import type { Environment } from '../../protocol/environment.ts';

const ALWAYS = '(min-width:0px)';
const NEVER = '(min-width:999999px)';
/** No browser knows this one, and so it never holds. */
const NO_TYPE = 'alongside-never';

/** What a feature that is asked for without a value does not hold for. */
const nothing = /:(none|no-preference)\)$/;

const asksForMore =
  /prefers-|forced-|inverted-|hover|pointer|display-mode|scripting|resolution|device-|print|screen/i;

export const holds = (environment: Environment, query: string): boolean =>
  Math.floor(environment.features / 2 ** mediaFeatures.indexOf(query)) % 2 === 1;

/** `text`: a list of media queries, or what stands between `@import` and its end. */
export function rewriteMedia(text: string, environment: Environment): string {
  if (!asksForMore.test(text)) return text;
  const isPrint = holds(environment, 'print');
  return text
    .replace(/\/\*[^]*?(?:\*\/|$)/g, ' ')
    .replace(/(?<![\w-])\(([^()]*)\)/g, (whole, inner: string) => {
      const answer = answerOf(inner.trim().toLowerCase(), environment);
      return answer === null ? whole : answer ? ALWAYS : NEVER;
    })
    .replace(
      /(^|,|\bnot\s|\bonly\s|\s)(screen|print)(?![\w(-])/gi,
      (_, before: string, type: string) =>
        before + ((type.toLowerCase() === 'print') === isPrint ? 'all' : NO_TYPE),
    );
}

/** Null where the frame answers by itself, or nobody knows. */
function answerOf(feature: string, environment: Environment): boolean | null {
  const [, name = '', asked] = /^([a-z-]+)\s*(?::\s*(\S(?:.*\S)?))?$/.exec(feature) ?? [];
  if (name === '') return range(feature, environment);
  if (name === 'prefers-color-scheme') return null;
  if (name === 'scripting') return asked === undefined || asked === 'enabled';
  const known = mediaFeatures.filter((query) => query.startsWith(`(${name}:`));
  if (known.length === 0) return compare(name, asked, environment);
  return known.some(
    (query) =>
      holds(environment, query) &&
      (asked === undefined ? !nothing.test(query) : query === `(${name}:${asked})`),
  );
}

/** The number that the customer's browser has for a feature; NaN for one that is not ours to answer. */
function numberOf(name: string, { pixelRatio, screenWidth, screenHeight }: Environment): number {
  switch (name) {
    case 'resolution':
    case 'device-pixel-ratio':
      return pixelRatio;
    case 'device-width':
      return screenWidth;
    case 'device-height':
      return screenHeight;
    case 'device-aspect-ratio':
      return screenWidth / screenHeight;
    default:
      return NaN;
  }
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  dppx: 1,
  x: 1,
  dpi: 1 / 96,
  dpcm: 2.54 / 96,
  px: 1,
  em: 16,
  rem: 16,
};
function valueOf(text: string): number {
  const [, number = '', unit = '', divisor = '1'] =
    /^([\d.]+)([a-z]*)(?:\s*\/\s*([\d.]+))?$/.exec(text.trim()) ?? [];
  return number === '' ? NaN : (Number(number) * (units[unit] ?? NaN)) / Number(divisor);
}

const isClose = (a: number, b: number) => Math.abs(a - b) < 0.01;

function compare(name: string, asked: string | undefined, environment: Environment) {
  const [, limit] = /(?:^|-)(min|max)-/.exec(name) ?? [];
  const plain = name
    .replace(/^-webkit-|^-moz-/, '')
    .replace(/^(min|max)-/, '')
    .replace(/^-moz-/, '');
  const has = numberOf(plain, environment);
  if (Number.isNaN(has)) return null;
  if (asked === undefined) return has > 0;
  const value = valueOf(asked);
  if (Number.isNaN(value)) return null;
  if (isClose(has, value)) return true;
  return limit === 'min' ? has > value : limit === 'max' ? has < value : false;
}

/** `1dppx <= resolution < 2dppx`, and the like. */
function range(text: string, environment: Environment): boolean | null {
  const parts = text.split(/(<=|>=|<|>|=)/).map((part) => part.trim());
  const at = parts.findIndex((part) => !Number.isNaN(numberOf(part, environment)));
  if (at < 0 || parts.length < 3) return null;
  const has = numberOf(parts[at]!, environment);
  let answer = true;
  for (let i = 1; i < parts.length; i += 2) {
    const [left, right] = [parts[i - 1]!, parts[i + 1]!].map((part) =>
      part === parts[at] ? has : valueOf(part),
    ) as [number, number];
    if (Number.isNaN(left) || Number.isNaN(right)) return null;
    const sign = parts[i]!;
    const close = isClose(left, right);
    answer &&=
      sign.includes('=') && close
        ? true
        : sign[0] === '<'
          ? left < right && !close
          : sign[0] === '>' && left > right && !close;
  }
  return answer;
}
