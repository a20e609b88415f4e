// Runs the benchmarks, or those whose name contains a word given, and prints one table. A missed goal is in the table;
// only a benchmark that could not measure fails the command.
import { benchmarks } from '../bench/all.ts';
import type { Row } from '../bench/benchmark.ts';
import { table } from '../bench/table.ts';

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
for (const { name, run } of chosen) {
  process.stderr.write(`${name} …\n`);
  try {
    rows.push(...(await run({ say })));
  } catch (error) {
    console.error(`${name} could not measure:`, error);
    process.exitCode = 1;
  }
}
console.log(`\n${table(rows)}\n`);
