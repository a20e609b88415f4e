// What to do on a machine without a Chromium: install it where that is ours to do, else say exactly how.
/**
 * @typedef {object} Machine
 * @property {string} platform as in process.platform
 * @property {string} osRelease the text of /etc/os-release, or empty
 * @property {'root' | 'sudo' | 'none'} power how packages may be installed without asking for a password
 * @property {boolean} hasApt
 *
 * @typedef {{ kind: 'install' } | { kind: 'tell', words: string }} Remedy
 */

export const packages = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];

const byHand = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** @type {Record<string, string>} */
const commands = {
  ubuntu:
    'run `sudo snap install chromium`; or, where snaps do not run (a container), install Google Chrome from https://www.google.com/chrome/ (the .deb, with `apt-get install ./google-chrome-stable_current_amd64.deb`)',
  debian: `run \`sudo sh -c '${byHand}'\``,
  fedora: 'run `sudo dnf install chromium`',
  rhel: 'run `sudo dnf install epel-release && sudo dnf install chromium`',
  arch: 'run `sudo pacman -S chromium`',
  alpine: 'run `apk add chromium font-liberation`',
  suse: 'run `sudo zypper install chromium`',
  nixos: 'run `nix-shell -p chromium`',
};

/** The distribution and those it stems from, nearest first. @param {string} osRelease */
export function lineage(osRelease) {
  const read = (/** @type {string} */ key) =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1]?.split(/\s+/) ?? [];
  return [...read('ID'), ...read('ID_LIKE')].filter(Boolean);
}

/**
 * @param {Machine} machine
 * @returns {Remedy}
 */
export function browserRemedy({ platform, osRelease, power, hasApt }) {
  const elsewhere = 'or set ALONGSIDE_CHROMIUM to the path of a Chromium or Chrome';
  const tell = (/** @type {string} */ how) => ({
    kind: /** @type {const} */ ('tell'),
    words: `To go on, ${how}; ${elsewhere}.`,
  });
  if (platform === 'darwin')
    return tell(
      'run `brew install --cask chromium`, or install Google Chrome from https://www.google.com/chrome/',
    );
  if (platform === 'win32')
    return tell(
      'run `winget install Google.Chrome`, or install it from https://www.google.com/chrome/',
    );
  const distributions = lineage(osRelease);
  if (hasApt && power !== 'none' && distributions.includes('debian')) return { kind: 'install' };
  const known = distributions.find((name) => name in commands);
  return tell(known ? (commands[known] ?? '') : 'install Chromium from your system’s packages');
}

/**
 * Ubuntu's chromium package is a stub that asks snapd for the real one: worth nothing in a container.
 * @param {string} policy what `apt-cache policy chromium` prints
 */
export function isInstallable(policy) {
  const candidate = /Candidate:\s*(\S+)/.exec(policy)?.[1];
  return candidate !== undefined && candidate !== '(none)' && !candidate.includes('snap');
}
