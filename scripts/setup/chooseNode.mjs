// Which Node runs everything after set-up: the one at hand if it is recent, else the one among the dependencies.
export const oldestNode = 24;

/** @param {string} version as in process.version */
export function isRecent(version) {
  const major = /^v?(\d+)\./.exec(version)?.[1];
  return major !== undefined && Number(major) >= oldestNode;
}

/**
 * Where the npm platform package keeps its Node. There is none for every platform.
 * @param {string} platform as in process.platform
 * @param {string} arch as in process.arch
 */
export function bundledNode(platform, arch) {
  const os = platform === 'win32' ? 'win' : platform;
  return `node_modules/node-${os}-${arch}/bin/node${platform === 'win32' ? '.exe' : ''}`;
}

/**
 * @param {{ running: string, bundled: string | null }} versions of the Node at hand and of the bundled one, if that one runs
 * @returns {'running' | 'bundled' | 'none'}
 */
export function chooseNode({ running, bundled }) {
  if (isRecent(running)) return 'running';
  return bundled !== null && isRecent(bundled) ? 'bundled' : 'none';
}
