// Runs the relay's Node host; arguments are the host's own. Builds the snippet first where it has never been built.
import { existsSync } from 'node:fs';
import { runToEnd } from './setup/runToEnd.mjs';

const args = process.argv.slice(2);
process.exitCode =
  (await buildOnce()) || (await runToEnd(process.execPath, ['relay/hosts/node/main.ts', ...args]));

/** In a process of its own: the bundler's memory must not stay with a relay that runs for months. */
async function buildOnce(): Promise<number> {
  // With an argument the host only looks after its agents, and serves nothing.
  if (args.length > 0 || existsSync('dist/snippet/alongside.js')) return 0;
  return runToEnd(process.execPath, ['scripts/build.ts', 'snippet'], { stdio: ['ignore', 2, 2] });
}
