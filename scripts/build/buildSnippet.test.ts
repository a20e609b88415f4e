// The built snippet is what a site is told to expect: two files, the loader classic and tiny, the session a module.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSnippet } from './buildSnippet.ts';
import { sizesIn } from './sizes.ts';
import { snippetLimits } from './snippetLimits.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-build-'));
  await buildSnippet(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('there are two files, each within its limit', async () => {
  const sizes = await sizesIn(folder);
  expect(sizes.map(({ file }) => file)).toEqual(Object.keys(snippetLimits).toSorted());
  for (const { file, gzipBytes } of sizes)
    expect(gzipBytes, file).toBeLessThanOrEqual(snippetLimits[file]!);
});

test('the loader runs from a plain script element, and declares no global by accident', async () => {
  const source = await readFile(join(folder, 'alongside.js'), 'utf8');
  // Compiled as a classic script, not run: an import or export statement would be a syntax error.
  expect(() => new Script(source)).not.toThrow();
  expect(source).toMatch(/^\(?\(?(function|\(\))/);
});
