// Runs a program in our place: its output is ours, signals reach it, and its end is told as an exit code.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code, or 128 and the signal's number, as shells have it
 */
export async function runToEnd(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  // A terminal sends Ctrl-C to the whole group: passing it on would deliver it twice.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) =>
        resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
      );
    });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  }
}
