// The path of a browser that runs; installs Debian's where there is none and nobody need be asked.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { browserPlaces } from './browserPlaces.mjs';
import { browserRemedy, browsers, isInstallable, lineage, packages } from './browserRemedy.mjs';
import { say } from './say.mjs';
import { SetupProblem } from './SetupProblem.mjs';

const { platform, env } = process;

/** @typedef {import('./browserPlaces.mjs').BrowserKind} BrowserKind */

/** @param {BrowserKind} kind */
export function ensureBrowser(kind) {
  const { variable, example } = browsers[kind];
  const chosen = env[variable];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new SetupProblem(
      `${variable} names ${chosen}, which does not run.`,
      `Set it to the path of ${example}, or unset it to have one found.`,
    );
  }
  return find(kind) ?? install(kind);
}

const find = (/** @type {BrowserKind} */ kind) => browserPlaces({ platform, env }, kind).find(runs);

/** @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false;
  // chrome.exe opens a window instead of answering; there, being there must do.
  if (platform === 'win32') return true;
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}

/** @param {BrowserKind} kind */
function install(kind) {
  const osRelease =
    platform === 'linux' && existsSync('/etc/os-release')
      ? readFileSync('/etc/os-release', 'utf8')
      : '';
  const machine = {
    platform,
    osRelease,
    power: power(),
    hasApt: succeeds('apt-get', ['--version']),
  };
  const { name } = browsers[kind];
  const needed =
    kind === 'chromium'
      ? 'the demo, the tests and the benchmarks drive one'
      : 'the tests drive one';
  const without = `There is no ${name} on this machine, and ${needed}.`;
  const remedy = browserRemedy(machine, kind);
  if (remedy.kind === 'tell') throw new SetupProblem(without, remedy.words);

  say(`installing a browser (apt-get install ${packages[kind].join(' ')})`);
  const byHand = browserRemedy({ ...machine, power: 'none' }, kind);
  const whatToDo = byHand.kind === 'tell' ? byHand.words : '';
  if (!apt(machine.power, ['update']))
    throw new SetupProblem(`${without} apt-get update failed: its reason is above.`, whatToDo);
  const { stdout: policy } = spawnSync('apt-cache', ['policy', packages[kind][0] ?? ''], {
    encoding: 'utf8',
  });
  if (!isInstallable(policy)) {
    throw new SetupProblem(
      `${without} ${lineage(osRelease)[0]} has no ${name} package that works without snapd.`,
      whatToDo,
    );
  }
  if (!apt(machine.power, ['install', '-y', '--no-install-recommends', ...packages[kind]])) {
    throw new SetupProblem(`${without} apt-get install failed: its reason is above.`, whatToDo);
  }
  const found = find(kind);
  if (found) return found;
  throw new SetupProblem(`${name} was installed, but none that runs was found.`, whatToDo);
}

/** @returns {'root' | 'sudo' | 'none'} */
function power() {
  if (process.getuid?.() === 0) return 'root';
  return succeeds('sudo', ['-n', 'true']) ? 'sudo' : 'none';
}

/**
 * @param {'root' | 'sudo' | 'none'} by
 * @param {string[]} args
 */
function apt(by, args) {
  const quiet = ['-q', '-o', 'Dpkg::Use-Pty=0'];
  const [program, first] =
    by === 'sudo' ? ['sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']] : ['apt-get', []];
  return (
    spawnSync(program, [...first, ...quiet, ...args], {
      // A command's own output stays clean: apt's words go where set-up's go.
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

/**
 * @param {string} program
 * @param {string[]} args
 */
const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
