// Media queries answered for the customer.
import { expect, test } from 'vitest';
import { mediaFeatures } from '../../protocol/environment.ts';
import type { Environment } from '../../protocol/environment.ts';
import { rewriteMedia } from './rewriteMedia.ts';

const phone = [
  '(prefers-color-scheme:dark)',
  '(prefers-contrast:no-preference)',
  '(hover:none)',
  '(pointer:coarse)',
  '(any-pointer:coarse)',
  '(any-pointer:fine)',
  '(display-mode:standalone)',
];
const customer: Environment = {
  features: phone.reduce((bits, query) => bits + 2 ** mediaFeatures.indexOf(query), 0),
  schemes: 0,
  pixelRatio: 2.5,
  screenWidth: 400,
  screenHeight: 800,
};
const YES = '(min-width:0px)';
const NO = '(min-width:999999px)';
const answer = (queries: string) =>
  rewriteMedia(queries, customer).replaceAll(YES, 'YES').replaceAll(NO, 'NO');

test.each([
  ['(Prefers-Reduced-Motion:reduce)', 'NO'],
  ['(prefers-contrast)', 'NO'],
  ['(hover), (any-pointer: fine)', 'NO, YES'],
  ['not (hover: hover)', 'not NO'],
  ['(pointer)', 'YES'],
  ['(display-mode: browser)', 'NO'],
  ['(scripting: none) or (scripting)', 'NO or YES'],
  ['(resolution: 2.5dppx)', 'YES'],
  ['(min-resolution: 192dpi)', 'YES'],
  ['(max-resolution: 2x)', 'NO'],
  ['(-webkit-min-device-pixel-ratio: 2)', 'YES'],
  ['(min--moz-device-pixel-ratio: 3)', 'NO'],
  ['(1dppx < resolution <= 2.5dppx)', 'YES'],
  ['(resolution > 2.5x)', 'NO'],
  ['(max-device-width: 480px)', 'YES'],
  ['(min-device-width: 30em)', 'NO'],
  ['(device-aspect-ratio: 1/2)', 'YES'],
  ['(device-height >= 800px)', 'YES'],
])('[VIEW-8] %s is answered for the customer', (asked, expected) =>
  expect(answer(asked)).toBe(expected),
);

test('[VIEW-8] width, height and what is not known stay the frame’s own to answer', () => {
  for (const asked of [
    '(min-width: 40em) and (orientation: portrait)',
    '(400px <= width < 700px)',
    '(aspect-ratio > 1)',
    '(made-up: dark)',
    '(prefers-color-scheme: dark)',
    '(prefers-made-up)',
    'layer(hover) supports(display: grid)',
    '(min-resolution: calc(1dppx * 2))',
  ])
    expect(answer(asked)).toBe(asked);
});

test('[VIEW-8] the medium is the customer’s: a screen, unless they print', () => {
  expect(answer('screen and (hover), print')).toBe('all and NO, alongside-never');
  expect(answer('not print')).toBe('not alongside-never');
  expect(answer('only screen/* of (hover) */ and (pointer: coarse)')).toBe('only all  and YES');
  const printing = { ...customer, features: customer.features + 1 };
  expect(rewriteMedia('screen, print', printing)).toBe('alongside-never, all');
});
