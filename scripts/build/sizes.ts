// How much a visitor downloads: each file of a folder as it is, and as a server sends it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Size {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export function sizeOf(file: string, content: Uint8Array): Size {
  return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length };
}

export async function sizesIn(folder: string): Promise<Size[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js')).toSorted();
  return Promise.all(files.map(async (file) => sizeOf(file, await readFile(join(folder, file)))));
}

/** A built file's name without the hash that a part's carries. */
export const nameOf = (file: string): string => file.replace(/-[0-9a-f]{8}(?=\.js$)/, '');

export function sizeLine({ file, bytes, gzipBytes }: Size): string {
  const kb = (count: number) => `${(count / 1024).toFixed(2)} KB`.padStart(11);
  return `${file.padEnd(32)}${kb(bytes)}${kb(gzipBytes)} gzip`;
}
