// Where a browser is looked for on each platform.
import { expect, test } from 'vitest';
import { browserPlaces } from './browserPlaces.mjs';

test('on Linux, the system’s Chromium comes first and the PATH is searched', () => {
  const places = browserPlaces(
    { platform: 'linux', env: { PATH: '/opt/bin:/usr/bin' } },
    'chromium',
  );
  expect(places[0]).toBe('/usr/bin/chromium');
  expect(places).toContain('/opt/bin/google-chrome-stable');
  expect(new Set(places).size).toBe(places.length);
});

test('on macOS, applications of the machine and of the person', () => {
  const places = browserPlaces({ platform: 'darwin', env: { HOME: '/Users/ana' } }, 'chromium');
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('on Windows, only folders that the machine names', () => {
  const places = browserPlaces(
    { platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } },
    'chromium',
  );
  expect(places).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
});

test('Firefox is looked for in the same places', () => {
  const of = (platform: string, env: Record<string, string>) =>
    browserPlaces({ platform, env }, 'firefox');
  expect(of('linux', {})[0]).toBe('/usr/bin/firefox-esr');
  expect(of('darwin', {})).toContain('/Applications/Firefox.app/Contents/MacOS/firefox');
  expect(of('win32', { PROGRAMFILES: 'C:\\P' })).toEqual(['C:\\P\\Mozilla Firefox\\firefox.exe']);
});
