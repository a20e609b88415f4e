// Installs the dependencies where they are missing or not the lock file's. A stamp makes the next run free.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainInstall } from './explainInstall.mjs';
import { isInstalled } from './isInstalled.mjs';
import { say } from './say.mjs';
import { SetupProblem } from './SetupProblem.mjs';

/** @param {string} root */
export function ensureDependencies(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  const stampFile = join(root, 'node_modules', '.alongside-setup');
  if (readIfThere(stampFile) === hash) return;

  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (!installed || !isInstalled(JSON.parse(lockText), JSON.parse(installed))) install(root);
  writeFileSync(stampFile, hash);
}

/** @param {string} root */
function install(root) {
  say('installing dependencies (npm ci)');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  // Under `npm run` this is npm itself; a bare `npm` needs a shell on Windows, where it is a .cmd file.
  const npm = process.env['npm_execpath'];
  const [program, first, shell] = npm?.endsWith('npm-cli.js')
    ? [process.execPath, [npm], false]
    : ['npm', [], process.platform === 'win32'];
  const { status, signal, stderr, error } = spawnSync(program, [...first, ...args], {
    cwd: root,
    shell,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // Its warnings speak of a Node that will not run these packages; only a failure's words help.
  if (status === 0) return;
  process.stderr.write(stderr ?? '');
  if (error) {
    throw new SetupProblem(
      `The dependencies are not installed: npm did not start (${error.message}).`,
      'Install Node 24 or later with npm from nodejs.org, then run the command again.',
    );
  }
  const { what, whatToDo } = explainInstall(stderr);
  const how = signal ? `was stopped by ${signal}` : `ended with code ${status}`;
  throw new SetupProblem(`The dependencies are not installed: npm ci ${how}. ${what}`, whatToDo);
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // Absent is an answer, not a failure.
  }
}
