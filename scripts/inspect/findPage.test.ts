// What an argument names.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPage } from './findPage.ts';
import { serveFile } from './serveFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
mkdirSync(join(folder, 'site'));
for (const name of ['site/index.html', 'site/a.css', 'top.css', '.secret'])
  writeFileSync(join(folder, name), name);

test('[INSPECT-1] addresses need no scheme, files are found first, and the rest is told', () => {
  expect(findPage('https://a.example/x', folder)).toEqual({
    kind: 'address',
    address: 'https://a.example/x',
  });
  expect(findPage('shop.example/x', folder)).toEqual({
    kind: 'address',
    address: 'https://shop.example/x',
  });
  expect(findPage('localhost:8788/', folder)).toEqual({
    kind: 'address',
    address: 'http://localhost:8788/',
  });
  expect(findPage('site', folder)).toEqual({ kind: 'file', folder, path: 'site/index.html' });
  expect(findPage(join(folder, 'site/index.html'), tmpdir() + '/elsewhere')).toMatchObject({
    path: 'index.html',
  });
  for (const wrong of ['none.html', 'ftp://a.example', 'https://'])
    expect(findPage(wrong, folder).kind).toBe('none');
});

test('[INSPECT-6] relative and rooted addresses work, what is hidden or outside does not', async () => {
  const server = await serveFile(folder, 'site/index.html');
  const read = async (path: string) => {
    const response = await fetch(new URL(path, server.address));
    return response.ok ? response.text() : response.status;
  };
  expect(await read('')).toBe('site/index.html');
  expect(await read('a.css')).toBe('site/a.css');
  expect(await read('/a.css')).toBe('site/a.css');
  expect(await read('../top.css')).toBe('top.css');
  expect(await read('/.secret')).toBe(404);
  expect(await read('/%2e%2e%2fetc/passwd')).toBe(404);
  expect(await read('/none')).toBe(404);
  server.close();
});
