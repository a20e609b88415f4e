// Whether node_modules holds what the lock file asks for, judged by the record npm leaves there. Spares a person who ran
// npm by hand a second installation. Packages for other platforms are optional and not missed.
/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || installed.packages[path]?.version === wanted.version,
  );
}
