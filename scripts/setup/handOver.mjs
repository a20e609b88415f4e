// Runs the command itself with the chosen Node, and ends as it ends.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @param {{ root: string, node: string, script: string, args: string[], chromium: string | undefined }} work
 * @returns {Promise<number>} the exit code
 */
export function handOver({ root, node, script, args, chromium }) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(node, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      ...(chromium && { ALONGSIDE_CHROMIUM: chromium }),
    },
  });
  // A terminal sends Ctrl-C to the whole group: passing it on would deliver it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
