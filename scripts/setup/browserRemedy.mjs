// What to do on a machine without a browser that is needed: install it where that is ours to do, else say exactly how.
/**
 * @typedef {import('./browserPlaces.mjs').BrowserKind} BrowserKind
 *
 * @typedef {object} Machine
 * @property {string} platform as in process.platform
 * @property {string} osRelease the text of /etc/os-release, or empty
 * @property {'root' | 'sudo' | 'none'} power how packages may be installed without asking for a password
 * @property {boolean} hasApt
 *
 * @typedef {{ kind: 'install' } | { kind: 'tell', words: string }} Remedy
 */

/** Debian's packages; fonts, without which pages have no text. @type {Record<BrowserKind, string[]>} */
export const packages = {
  chromium: ['chromium', 'fonts-liberation', 'fonts-dejavu-core'],
  firefox: ['firefox-esr', 'fonts-liberation', 'fonts-dejavu-core'],
};

const byHand = (/** @type {BrowserKind} */ kind) =>
  `run \`sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${packages[kind].join(' ')}'\``;

/** @type {Record<BrowserKind, { name: string, variable: string, example: string, commands: Record<string, string> }>} */
export const browsers = {
  chromium: {
    name: 'Chromium',
    variable: 'ALONGSIDE_CHROMIUM',
    example: 'a Chromium or Chrome',
    commands: {
      darwin:
        'run `brew install --cask chromium`, or install Google Chrome from https://www.google.com/chrome/',
      win32:
        'run `winget install Google.Chrome`, or install it from https://www.google.com/chrome/',
      ubuntu:
        'run `sudo snap install chromium`; or, where snaps do not run (a container), install Google Chrome from https://www.google.com/chrome/ (the .deb, with `apt-get install ./google-chrome-stable_current_amd64.deb`)',
      debian: byHand('chromium'),
      fedora: 'run `sudo dnf install chromium`',
      rhel: 'run `sudo dnf install epel-release && sudo dnf install chromium`',
      arch: 'run `sudo pacman -S chromium`',
      alpine: 'run `apk add chromium font-liberation`',
      suse: 'run `sudo zypper install chromium`',
      nixos: 'run `nix-shell -p chromium`',
    },
  },
  firefox: {
    name: 'Firefox',
    variable: 'ALONGSIDE_FIREFOX',
    example: 'a Firefox',
    commands: {
      darwin: 'run `brew install --cask firefox`',
      win32: 'run `winget install Mozilla.Firefox`',
      ubuntu:
        'run `sudo snap install firefox`; or, where snaps do not run (a container), install Firefox from https://www.mozilla.org/firefox/',
      debian: byHand('firefox'),
      fedora: 'run `sudo dnf install firefox`',
      rhel: 'run `sudo dnf install firefox`',
      arch: 'run `sudo pacman -S firefox`',
      alpine: 'run `apk add firefox font-liberation`',
      suse: 'run `sudo zypper install MozillaFirefox`',
      nixos: 'run `nix-shell -p firefox`',
    },
  },
};

/** The distribution and those it stems from, nearest first. @param {string} osRelease */
export function lineage(osRelease) {
  const read = (/** @type {string} */ key) =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1]?.split(/\s+/) ?? [];
  return [...read('ID'), ...read('ID_LIKE')].filter(Boolean);
}

/**
 * @param {Machine} machine
 * @param {BrowserKind} kind
 * @returns {Remedy}
 */
export function browserRemedy({ platform, osRelease, power, hasApt }, kind) {
  const { name, variable, example, commands } = browsers[kind];
  const tell = (/** @type {string | undefined} */ how) => ({
    kind: /** @type {const} */ ('tell'),
    words: `To go on, ${how ?? `install ${name} from your system’s packages`}; or set ${variable} to the path of ${example}.`,
  });
  if (platform !== 'linux') return tell(commands[platform]);
  const distributions = lineage(osRelease);
  if (hasApt && power !== 'none' && distributions.includes('debian')) return { kind: 'install' };
  const known = distributions.find((distribution) => distribution in commands);
  return tell(known && commands[known]);
}

/**
 * Ubuntu's packages of browsers are stubs that ask snapd for the real ones: worth nothing in a container.
 * @param {string} policy what `apt-cache policy` prints of the package
 */
export function isInstallable(policy) {
  const candidate = /Candidate:\s*(\S+)/.exec(policy)?.[1];
  return candidate !== undefined && candidate !== '(none)' && !candidate.includes('snap');
}
