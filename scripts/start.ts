// Runs the relay's Node host; arguments are the host's own. Builds the snippet first where it has never been built.
import { existsSync } from 'node:fs';
import { runToEnd } from './setup/runToEnd.mjs';

process.exitCode =
  (await buildOnce()) ||
  (await runToEnd(process.execPath, ['relay/hosts/node/main.ts', ...process.argv.slice(2)]));

/** In a process of its own: the bundler's memory must not stay with a relay that runs for months. */
async function buildOnce(): Promise<number> {
  if (existsSync('dist/snippet/alongside.js')) return 0;
  return runToEnd(process.execPath, ['scripts/build.ts', 'snippet'], { stdio: ['ignore', 2, 2] });
}
