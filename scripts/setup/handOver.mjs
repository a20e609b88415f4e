// Runs the command itself with the chosen Node, and ends as it ends.
import { delimiter, join } from 'node:path';
import { runToEnd } from './runToEnd.mjs';

/**
 * @param {{ root: string, node: string, script: string, args: string[], chromium: string | undefined, firefox: string | undefined }} work
 * @returns {Promise<number>} the exit code
 */
export function handOver({ root, node, script, args, chromium, firefox }) {
  const bin = join(root, 'node_modules', '.bin');
  return runToEnd(node, [script, ...args], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      ...(chromium && { ALONGSIDE_CHROMIUM: chromium }),
      ...(firefox && { ALONGSIDE_FIREFOX: firefox }),
    },
  });
}
