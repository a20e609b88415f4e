// Where a Chromium is looked for on each platform.
import { expect, test } from 'vitest';
import { browserPlaces } from './browserPlaces.mjs';

test('on Linux, the system’s Chromium comes first and the PATH is searched', () => {
  const places = browserPlaces({ platform: 'linux', env: { PATH: '/opt/bin:/usr/bin' } });
  expect(places[0]).toBe('/usr/bin/chromium');
  expect(places).toContain('/opt/bin/google-chrome-stable');
  expect(new Set(places).size).toBe(places.length);
});

test('on macOS, applications of the machine and of the person', () => {
  const places = browserPlaces({ platform: 'darwin', env: { HOME: '/Users/ana' } });
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium');
});

test('on Windows, only folders that the machine names', () => {
  const places = browserPlaces({ platform: 'win32', env: { PROGRAMFILES: 'C:\\Program Files' } });
  expect(places).toEqual([
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]);
});
