// Paths as rules see them, and as they are reported.
import { expect, test } from 'vitest';
import { pagePath, reportedPath } from './pagePath.ts';

test.each([
  ['/checkout', '', '/checkout'],
  ['/app', '#/checkout/2', '/app#/checkout/2'],
  ['/app', '#!/checkout', '/app#!/checkout'],
  ['/app', '#/checkout?card=1', '/app#/checkout'],
  ['/app', '#section', '/app'],
  ['/', '#', '/'],
])('[POLICY-2] of %s%s the path is %s', (pathname, hash, path) => {
  expect(pagePath({ pathname, hash })).toBe(path);
});

test.each([
  ['/orders/12345/items/7', '/orders/*/items/7'],
  ['/users/ana@example.com', '/users/*'],
  ['/users/ana%40example.com', '/users/*'],
  [`/t/${'x'.repeat(41)}/end`, '/t/*/end'],
  ['/app#/checkout/2', '/app#/checkout/2'],
])('[DRIFT-1] %s is reported as %s', (path, reported) => {
  expect(reportedPath(path)).toBe(reported);
});
