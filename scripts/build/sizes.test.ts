// Sizes count bytes, not characters, and say both figures.
import { expect, test } from 'vitest';
import { nameOf, sizeLine, sizeOf } from './sizes.ts';

test('a file is measured in bytes, raw and compressed', () => {
  const size = sizeOf('a.js', new TextEncoder().encode('é'.repeat(1024)));
  expect(size.bytes).toBe(2048);
  expect(size.gzipBytes).toBeLessThan(64);
});

test('a line names the file and both sizes', () => {
  expect(sizeLine({ file: 'a.js', bytes: 2048, gzipBytes: 512 })).toMatch(
    /^a\.js +2\.00 KB +0\.50 KB gzip$/,
  );
});

test('a part is known by its name, whatever its hash', () => {
  expect(nameOf('alongside-control-0f9e8d7c.js')).toBe('alongside-control.js');
  expect(nameOf('alongside-session.js')).toBe('alongside-session.js');
});
