// What is done, or said, on a machine without a browser.
import { expect, test } from 'vitest';
import { browserRemedy, isInstallable } from './browserRemedy.mjs';

const linux = { platform: 'linux', osRelease: 'ID=debian\n', power: 'root', hasApt: true } as const;

test('Debian and what stems from it install it, as root or by sudo without a password', () => {
  expect(browserRemedy(linux, 'chromium')).toEqual({ kind: 'install' });
  expect(browserRemedy({ ...linux, power: 'sudo' }, 'chromium')).toEqual({ kind: 'install' });
  const mint = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n';
  expect(browserRemedy({ ...linux, osRelease: mint }, 'chromium')).toEqual({ kind: 'install' });
});

test.each([
  ['Debian without the power to install', { ...linux, power: 'none' }, 'apt-get install -y'],
  [
    'Ubuntu without the power to install',
    { ...linux, power: 'none', osRelease: 'ID=ubuntu\nID_LIKE=debian' },
    'snap install',
  ],
  ['Fedora', { ...linux, hasApt: false, osRelease: 'ID=fedora' }, 'dnf install chromium'],
  [
    'Rocky',
    { ...linux, hasApt: false, osRelease: 'ID="rocky"\nID_LIKE="rhel centos fedora"' },
    'epel-release',
  ],
  ['an unknown Linux', { ...linux, hasApt: false, osRelease: '' }, 'your system’s packages'],
  ['macOS', { ...linux, platform: 'darwin', osRelease: '' }, 'brew install'],
  ['Windows', { ...linux, platform: 'win32', osRelease: '' }, 'winget install'],
] as const)('%s is told exactly what to run', (_name, machine, words) => {
  const remedy = browserRemedy(machine, 'chromium');
  expect(remedy.kind === 'tell' && remedy.words).toContain(words);
  expect(remedy.kind === 'tell' && remedy.words).toContain('ALONGSIDE_CHROMIUM');
});

test('Firefox has a way of its own on each', () => {
  expect(browserRemedy(linux, 'firefox')).toEqual({ kind: 'install' });
  const told = browserRemedy({ ...linux, power: 'none' }, 'firefox');
  expect(told.kind === 'tell' && told.words).toMatch(/firefox-esr.*ALONGSIDE_FIREFOX/);
  const mac = browserRemedy({ ...linux, platform: 'darwin' }, 'firefox');
  expect(mac.kind === 'tell' && mac.words).toContain('brew install --cask firefox');
});

test('a package that only fetches a snap is not installable, nor is one that is not there', () => {
  expect(isInstallable('chromium:\n  Installed: (none)\n  Candidate: 150.0.1-1~deb12u1\n')).toBe(
    true,
  );
  expect(isInstallable('chromium:\n  Installed: (none)\n  Candidate: 2:1snap1-0ubuntu2\n')).toBe(
    false,
  );
  expect(isInstallable('chromium:\n  Installed: (none)\n  Candidate: (none)\n')).toBe(false);
  expect(isInstallable('')).toBe(false);
});
