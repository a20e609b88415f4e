// The built snippet is what a site is told to expect: the loader classic and tiny, the session bundle within its limit.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSnippet } from './buildSnippet.ts';
import { nameOf, sizesIn } from './sizes.ts';
import { snippetLimits } from './snippetLimits.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-build-'));
  await buildSnippet(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(snippetLimits))('%s weighs at most %i bytes', async (file, limit) => {
  const size = (await sizesIn(folder)).find((one) => nameOf(one.file) === file);
  expect(size?.gzipBytes).toBeLessThanOrEqual(limit);
});

test('no part is without a limit', async () => {
  const names = (await sizesIn(folder)).map(({ file }) => nameOf(file));
  expect(names.toSorted()).toEqual(Object.keys(snippetLimits).toSorted());
});

test('every file lies beside the loader, and is named so that nobody takes it for another’s', async () => {
  for (const { file } of await sizesIn(folder))
    expect(file).toMatch(/^alongside(-session|-[a-z]+-[0-9a-f]{8})?\.js$/);
});

test('the loader runs from a plain script element, and declares no global by accident', async () => {
  const source = await readFile(join(folder, 'alongside.js'), 'utf8');
  // Compiled as a classic script, not run: an import or export statement would be a syntax error.
  expect(() => new Script(source)).not.toThrow();
  expect(source).toMatch(/^\(?\(?(function|\(\))/);
});

test('what is loaded is ours: nothing of the build’s own tool runs in the page', async () => {
  for (const { file } of await sizesIn(folder)) {
    expect(await readFile(join(folder, file), 'utf8'), file).not.toMatch(/vite|modulepreload/i);
  }
});
