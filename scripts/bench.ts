// Runs the benchmarks, or those whose name contains a word given, and prints one table. A missed goal is in the table; only a benchmark
// that could not measure fails the command. A run of all of them is kept: bench/RESULTS.md and the picture in the README.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { benchmarks } from '../bench/all.ts';
import type { Row } from '../bench/benchmark.ts';
import { barsOf, plot } from '../bench/plot.ts';
import { results } from '../bench/results.ts';
import { table } from '../bench/table.ts';
import { launchChromium } from '../tests/harness/chromium.ts';

const words = process.argv.slice(2);
const chosen = benchmarks.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (chosen.length === 0) {
  console.error(`No such benchmark. There are: ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const say = (line: string) => process.stderr.write(`  ${line}\n`);
const rows: Row[] = [];
const failed: string[] = [];
const done: string[] = [];
let version = '';
for (const { name, run } of chosen) {
  const startMs = performance.now();
  process.stderr.write(`${name} …\n`);
  try {
    rows.push(...(await run({ say })));
  } catch (error) {
    console.error(`${name} could not measure:`, error);
    failed.push(name);
    process.exitCode = 1;
  }
  say(`${Math.round((performance.now() - startMs) / 1000)} s`);
  done.push(name);
  // What is measured is kept, whatever becomes of the rest.
  if (words.length === 0) await keep();
}
console.log(`\n${table(rows)}\n`);

async function keep(): Promise<void> {
  const title = 'Alongside beside rrweb: less is better';
  await writeFile('docs/images/bench.svg', plot(barsOf(rows), title));
  const text = results(rows, {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`,
    versions: [
      (version ||= await browserVersion()),
      `Node ${process.versions.node}`,
      ...(await Promise.all(
        ['rrweb', '@openreplay/tracker', '@openreplay/tracker-assist'].map(packageVersion),
      )),
    ],
    failed: chosen
      .map(({ name }) => name)
      .filter((name) => failed.includes(name) || !done.includes(name)),
    tried: await readFile('bench/TRIED.md', 'utf8'),
  });
  await writeFile('bench/RESULTS.md', text);
}

async function browserVersion(): Promise<string> {
  const browser = await launchChromium();
  try {
    return (await browser.version()).replace(/^(Headless)?Chrome\//, 'Chromium ');
  } finally {
    await browser.close();
  }
}

async function packageVersion(name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return `${name} ${manifest.version}`;
}
