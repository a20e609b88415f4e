// Writes the HTML report and its pictures into a folder, which is made where it is missing.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlOf } from './htmlOf.ts';
import type { Reported } from './htmlOf.ts';
import type { Inspected, Pictures } from './inspection.ts';

export interface Report {
  /** Pictures go to disk at once: dozens of pages would fill the memory. */
  add(inspected: Inspected): Promise<void>;
  /** The report's own path. */
  write(): Promise<string>;
}

export async function openReport(folder: string): Promise<Report> {
  await mkdir(folder, { recursive: true });
  const pages: Reported[] = [];
  return {
    async add({ inspection, pictures }) {
      pages.push({
        inspection,
        pictures: pictures && (await save(folder, pages.length + 1, pictures)),
      });
    },
    async write() {
      const file = join(folder, 'index.html');
      await writeFile(file, htmlOf(pages));
      return file;
    },
  };
}

async function save(
  folder: string,
  number: number,
  pictures: Pictures,
): Promise<Reported['pictures']> {
  const name = (which: string) => `${number}-${which}.png`;
  const names = {
    customer: name('customer'),
    agent: name('agent'),
    difference: name('difference'),
  };
  await writeFile(join(folder, names.customer), pictures.customer);
  await writeFile(join(folder, names.agent), pictures.agent);
  await writeFile(join(folder, names.difference), pictures.difference);
  return names;
}
