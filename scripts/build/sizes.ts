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

export function sizeLine({ file, bytes, gzipBytes }: Size): string {
  const kb = (count: number) => `${(count / 1024).toFixed(2)} KB`.padStart(11);
  return `${file.padEnd(24)}${kb(bytes)}${kb(gzipBytes)} gzip`;
}
