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

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const { packages } = readJson('package-lock.json') as { packages: Record<string, Locked> };
const fetched = Object.entries(packages).filter(([path]) => path !== '');

test('the lock file names no registry: a machine uses its own', () => {
  expect(fetched.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  // Without an address, the checksum alone says which package is meant.
  expect(fetched.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

test('the lock file is the manifest’s, and complete for every platform', () => {
  const manifest = readJson('package.json') as Locked;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    expect(packages['']?.[kind]).toEqual(manifest[kind]);
  }
  // A package that one platform alone needs is easily lost where another made the lock file; `npm ci` then fails for all.
  const names = new Set(fetched.map(([path]) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap((one) =>
    Object.keys(one.optionalDependencies ?? {}),
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
