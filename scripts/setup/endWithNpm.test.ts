// A script that npm runs ends when npm is stopped, though the shell between them passes no signal on.
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const url = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);

test('the end of the shell above is our end', async () => {
  const script = `import { endWithNpm } from ${url('endWithNpm.mjs')};
    endWithNpm();
    process.on('SIGTERM', () => { console.log('ended'); process.exit(); });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  // A shell that stays between, as npm's does; the second command keeps it from becoming the first.
  const shell = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$SCRIPT"; true'], {
    env: { ...process.env, npm_lifecycle_event: 'start', NODE: process.execPath, SCRIPT: script },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  const hears = (word: string) =>
    new Promise<void>((resolve) => {
      const look = () => heard.includes(word) && resolve();
      shell.stdout.on('data', look);
      look();
    });
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (heard += text));
  await hears('ready');
  shell.kill('SIGTERM');
  await hears('ended');
  expect(heard).toBe('ready\nended\n');
});
