// A part counts as outdated when it was never built, or when anything that it is built from is newer.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outdatedParts } from './outdatedParts.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alongside-outdated-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, atSeconds: number): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, atSeconds, atSeconds);
  // A folder's own time changes with what is put into it.
  for (let up = dirname(path); up !== root; up = dirname(up)) utimesSync(up, 10, 10);
}

test('what was never built is outdated', () => {
  expect(outdatedParts(root)).toEqual(['snippet', 'chrome']);
});

test('a source that is newer makes the parts outdated that are built from it', () => {
  write('snippet/control/keys.ts', 10);
  write('extension/panel/App.tsx', 10);
  write('dist/snippet/alongside.js', 20);
  write('dist/chrome/manifest.json', 20);
  expect(outdatedParts(root)).toEqual([]);

  write('snippet/control/keys.ts', 30);
  expect(outdatedParts(root)).toEqual(['snippet']);
  write('protocol/frame.ts', 30);
  expect(outdatedParts(root)).toEqual(['snippet', 'chrome']);
});

test('a test that changed builds nothing', () => {
  write('dist/snippet/alongside.js', 20);
  write('dist/chrome/manifest.json', 20);
  write('extension/panel/App.test.tsx', 30);
  expect(outdatedParts(root)).toEqual([]);
});
