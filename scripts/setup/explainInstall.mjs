// From npm's words to the cause and the remedy. npm prints a code for each kind of failure; the rest is for the eye.
/** @type {Array<[RegExp, string, string]>} */
const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/,
    "npm's registry cannot be reached.",
    'Check the network and the proxy (`npm config get registry`, `npm config get proxy`), then run the command again.',
  ],
  [
    /E40[13]/,
    "npm's registry refused.",
    'Check that the registry of `npm config get registry` lets you in, then run the command again.',
  ],
  [
    /E404|ETARGET/,
    "npm's registry does not have a package that the lock file names.",
    'Check that `npm config get registry` is complete and up to date, then run the command again.',
  ],
  [
    /EINTEGRITY/,
    'A package is not the one that the lock file names.',
    'Run `npm cache clean --force`, then the command again. If it stays so, the registry serves altered packages.',
  ],
  [
    /EUSAGE/,
    'package.json and package-lock.json disagree.',
    'Run `npm install`, then the command again, and commit package-lock.json.',
  ],
  [
    /EACCES|EPERM/,
    'A file in node_modules or in the npm cache belongs to somebody else.',
    'Remove node_modules, make this folder and ~/.npm yours, then run the command again.',
  ],
  [/ENOSPC/, 'The disk is full.', 'Free about 1 GB, then run the command again.'],
];

/** @param {string} words what npm wrote to stderr */
export function explainInstall(words) {
  const known = causes.find(([pattern]) => pattern.test(words));
  return {
    what: known?.[1] ?? 'Its reason is above.',
    whatToDo: known?.[2] ?? 'Mend that, then run the command again.',
  };
}
