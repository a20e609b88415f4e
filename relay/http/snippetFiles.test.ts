// Which paths are files of the snippet at all.
import { expect, test } from 'vitest';
import { isSnippetPath } from './snippetFiles.ts';

test.each([
  '/alongside.js',
  '/alongside-session.js',
  '/alongside_2.css',
  '/alongside-preview-0f9e8d7c.html',
])('[HTTP-4] %s may be a file of the snippet', (path) => {
  expect(isSnippetPath(path)).toBe(true);
});

test.each([
  '/',
  '/../alongside.js',
  '/..%2falongside.js',
  '/a/alongside.js',
  '/.alongside.js',
  '/alongside.js.map',
  '/alongside.html',
  '/index.html',
  '/alongside.min.js',
  '/alongside.sqlite',
  '/alongside.js/',
  '//alongside.js',
  '\\alongside.js',
])('[HTTP-4] %s is none, wherever it might lead', (path) => {
  expect(isSnippetPath(path)).toBe(false);
});
