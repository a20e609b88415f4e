// Where a rule holds, by its paths.
import { expect, test } from 'vitest';
import { matchesPath } from './matchesPath.ts';
import { pathTests } from './sitePolicy.ts';
import type { PathMatcher } from './sitePolicy.ts';
import { createRandom } from './testing/random.ts';

const holds = (how: PathMatcher['test'], value: string, path: string) =>
  matchesPath([{ test: how, value }], path);

test('[POLICY-2] a rule without paths holds everywhere, and with some where any of them does', () => {
  expect(matchesPath([], '/anything')).toBe(true);
  const either: PathMatcher[] = [
    { test: 'equals', value: '/basket' },
    { test: 'starts', value: '/check' },
  ];
  expect(['/basket', '/checkout', '/'].map((path) => matchesPath(either, path))).toEqual([
    true,
    true,
    false,
  ]);
});

test('[POLICY-2] each way to compare does what its name says', () => {
  expect([holds('contains', 'out', '/checkout/2'), holds('contains', 'x', '/checkout')]).toEqual([
    true,
    false,
  ]);
  expect([holds('starts', '/check', '/checkout'), holds('starts', 'check', '/checkout')]).toEqual([
    true,
    false,
  ]);
  expect([holds('ends', '/pay', '/a/pay'), holds('ends', '/pay', '/a/pay/')]).toEqual([
    true,
    false,
  ]);
  expect([holds('equals', '/pay', '/pay'), holds('equals', '/pay', '/Pay')]).toEqual([true, false]);
});

test.each([
  ['/a/*/c', '/a/b/c', true],
  ['/a/*/c', '/a/b/b/c', false],
  ['/a/**/c', '/a/b/b/c', true],
  ['/a/**', '/a/', true],
  ['/a/**', '/a', false],
  ['/a/*', '/a/b', true],
  ['/a/*', '/a/', true],
  ['/order-?', '/order-7', true],
  ['/order-?', '/order-77', false],
  ['/order?7', '/order/7', false],
  ['**/pay', '/de/shop/pay', true],
  ['/*.html', '/basket.html', true],
  ['/a.b', '/aXb', false],
  ['/[a]+(b)', '/[a]+(b)', true],
  ['', '', true],
])('[POLICY-2] glob %s on %s: %s', (glob, path, expected) => {
  expect(holds('glob', glob, path)).toBe(expected);
});

test('[POLICY-2] a path and a rule may be written with or without percent signs', () => {
  expect(holds('equals', '/übersicht', '/%C3%BCbersicht')).toBe(true);
  expect(holds('equals', '/%C3%BCbersicht', '/übersicht')).toBe(true);
  expect(holds('contains', '100%', '/100%/x')).toBe(true);
});

test('[POLICY-2] no pattern takes long, whatever it looks like', () => {
  const path = `/${'a'.repeat(2000)}`;
  const startMs = performance.now();
  expect(holds('glob', `${'**a'.repeat(60)}b`, path)).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(1000);
});

const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
test(`[POLICY-2] a glob without wildcards equals, and ** alone fits everything (SEED=${seed})`, () => {
  const random = createRandom(seed);
  for (let round = 0; round < 500; round++) {
    const path = random.text();
    expect(holds('glob', '**', path)).toBe(true);
    for (const how of pathTests) expect(holds(how, path, path), `${how} ${path}`).toBe(true);
  }
});
