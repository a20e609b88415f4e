// Where a browser may be, best first. Chromium before branded Chrome: its headless mode takes unpacked extensions in
// more ways.
/** @typedef {'chromium' | 'firefox'} BrowserKind */

/** @type {Record<BrowserKind, { darwin: string[], win32: string[], linux: string[] }>} */
const names = {
  chromium: {
    darwin: ['Chromium', 'Google Chrome', 'Google Chrome for Testing', 'Microsoft Edge'],
    win32: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
    linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  },
  firefox: {
    darwin: ['Firefox', 'Firefox Developer Edition'],
    win32: ['Mozilla Firefox\\firefox.exe'],
    linux: ['firefox-esr', 'firefox'],
  },
};

/**
 * @param {{ platform: string, env: Record<string, string | undefined> }} machine
 * @param {BrowserKind} kind
 * @returns {string[]} absolute paths
 */
export function browserPlaces({ platform, env }, kind) {
  if (platform === 'darwin') {
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      names[kind].darwin.map((app) => {
        const binary = app.startsWith('Firefox') ? 'firefox' : app;
        return `${home}/Applications/${app}.app/Contents/MacOS/${binary}`;
      }),
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return names[kind].win32.flatMap((app) =>
      roots.flatMap((root) => (root ? [`${root}\\${app}`] : [])),
    );
  }
  const folders = new Set([
    '/usr/bin',
    ...(env['PATH'] ?? '').split(':').filter(Boolean),
    '/snap/bin',
  ]);
  return names[kind].linux.flatMap((name) => [...folders].map((folder) => `${folder}/${name}`));
}
