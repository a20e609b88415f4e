// Every npm script starts here, on any Node from 20 on: set up what the machine lacks, then hand over to
// scripts/<command>.ts. Nothing before the hand-over may import a dependency: there may be none yet.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithNpm } from './setup/endWithNpm.mjs';
import { ensureBrowser } from './setup/ensureBrowser.mjs';
import { ensureDependencies } from './setup/ensureDependencies.mjs';
import { ensureNode } from './setup/ensureNode.mjs';
import { handOver } from './setup/handOver.mjs';
import { SetupProblem } from './setup/SetupProblem.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needsBrowser = new Set(['bench', 'demo', 'inspect', 'test']);
const [command = '', ...args] = process.argv.slice(2);

try {
  const script = join(root, 'scripts', `${command}.ts`);
  if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
    const known = readdirSync(join(root, 'scripts')).flatMap(
      (name) => /^([a-z]+)\.ts$/.exec(name)?.[1] ?? [],
    );
    throw new SetupProblem(`There is no command "${command}".`, `Use one of: ${known.join(', ')}.`);
  }
  ensureDependencies(root);
  const node = ensureNode(root);
  const chromium = needsBrowser.has(command) ? ensureBrowser('chromium') : undefined;
  const firefox = command === 'test' ? ensureBrowser('firefox') : undefined;
  endWithNpm();
  process.exitCode = await handOver({ root, node, script, args, chromium, firefox });
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`\n${error.message}\n${error.whatToDo}\n`);
  process.exitCode = 1;
}
