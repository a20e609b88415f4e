// The end of the program run is our end, and a signal sent to us is its signal.
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { runToEnd } from './runToEnd.mjs';

const run = (code: string) => runToEnd(process.execPath, ['-e', code], { stdio: 'ignore' });

test('the exit code is the program’s', async () => {
  expect(await run('process.exit(7)')).toBe(7);
  expect(await run('')).toBe(0);
});

test('a program that a signal ended has 128 and the signal’s number', async () => {
  expect(await run("process.kill(process.pid, 'SIGTERM')")).toBe(143);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches the program, which ends as it likes',
  async (signal) => {
    const inner = `process.on('${signal}', () => process.exit(5)); console.log('ready'); setInterval(() => {}, 1000);`;
    const outer = `import { runToEnd } from ${JSON.stringify(new URL('runToEnd.mjs', import.meta.url).href)};
    process.exitCode = await runToEnd(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', outer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill(signal);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(5);
  },
);
