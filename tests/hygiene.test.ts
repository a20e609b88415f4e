// The repository's own manners, as far as a machine can see them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

const opensWithComment = (source: string) => /^(#!.*\n)?\s*(\/\/|\/\*|<!--|#)/.test(source);

test('every source file opens with a comment that says its job', () => {
  const silent = sourceFiles(/\.(ts|tsx|mjs|js|css)$/).filter(
    (path) => !opensWithComment(readFileSync(path, 'utf8')),
  );
  expect(silent).toEqual([]);
  expect(opensWithComment('import x from "y";')).toBe(false);
});

test('the lock file names no registry: a machine uses its own', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string }>;
  };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  // Without an address, the checksum alone says which package is meant.
  expect(packages.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});
