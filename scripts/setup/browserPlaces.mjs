// Where a Chromium may be, best first. Chromium before branded Chrome: its headless mode takes unpacked extensions in
// more ways. Room is left for Firefox, which the tests do not need yet.
/**
 * @param {{ platform: string, env: Record<string, string | undefined> }} machine
 * @returns {string[]} absolute paths
 */
export function browserPlaces({ platform, env }) {
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Google Chrome for Testing', 'Microsoft Edge'];
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const apps = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
    return apps.flatMap((app) => roots.flatMap((root) => (root ? [`${root}\\${app}`] : [])));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = new Set([
    '/usr/bin',
    ...(env['PATH'] ?? '').split(':').filter(Boolean),
    '/snap/bin',
  ]);
  return names.flatMap((name) => [...folders].map((folder) => `${folder}/${name}`));
}
