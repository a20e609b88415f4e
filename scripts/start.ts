// Runs the relay's Node host; arguments are the host's own. Builds the snippet first where it has never been built.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

if (!existsSync('dist/snippet/alongside.js')) {
  // A process of its own: the bundler's memory must not stay with a relay that runs for months.
  const build = spawn(process.execPath, ['scripts/build.ts', 'snippet'], {
    stdio: ['ignore', 2, 2],
  });
  const code = await new Promise<number | null>((resolve) => build.once('exit', resolve));
  if (code !== 0) process.exit(code ?? 1);
}
const host = spawn(process.execPath, ['relay/hosts/node/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.on('SIGINT', () => process.stdin.isTTY || host.kill('SIGINT'));
process.on('SIGTERM', () => host.kill('SIGTERM'));
host.once('exit', (code, signal) =>
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)),
);
