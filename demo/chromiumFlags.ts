// How every Chromium of the demo and of the tests is started: without a word to the network beyond this machine.

/** Without its sandbox only where there is none to be had: as root, and in the headless runs of containers, which open our own pages alone. */
export function chromiumFlags(headless: boolean): string[] {
  const unboxed = headless || process.getuid?.() === 0;
  return [
    ...(unboxed ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
  ];
}
