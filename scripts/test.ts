// Everything CI checks: types, lint, format, build, tests. Whatever fails, the rest still runs, and the last line counts.
// Arguments narrow the tests down, as vitest understands them.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { runStep } from './check/runStep.ts';
import { checkSteps } from './check/steps.ts';
import { toolPath } from './check/toolPath.ts';
import { secondTries, sum, tallySteps, tallyTests } from './test/tally.ts';
import type { Report } from './test/tally.ts';

const reportFile = '.cache/tests.json';

const outcomes = [...checkSteps(), { name: 'build', args: ['scripts/build.ts'] }].map(runStep);

rmSync(reportFile, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    toolPath('vitest', 'vitest'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);

const report = readReport();
for (const name of secondTries(report)) console.log(`held on a later try: ${name}`);
const { passed, failed } = sum([tallySteps(outcomes), tallyTests(report, status)]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return null; // Vitest died before it could report; that counts as a failure.
  }
}
