// The environment as settings.
import { expect, test } from 'vitest';
import { readSettings, SettingProblem } from './settings.ts';

test('without a word it listens on this machine alone and keeps its data here', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 8787,
    data: './alongside.sqlite',
    company: '',
    trustProxy: false,
    origins: undefined,
    secret: undefined,
  });
});

test('[KEY-6] origins are read as origins, however they are written', () => {
  const { origins } = readSettings({
    ALONGSIDE_ORIGINS: 'https://shop.example/path, http://localhost:8788\nhttps://SHOP.example:443',
  });
  expect(origins).toEqual([
    'https://shop.example',
    'http://localhost:8788',
    'https://shop.example',
  ]);
  expect(readSettings({ ALONGSIDE_ORIGINS: ' ' }).origins).toBeUndefined();
});

test.each([
  [{ ALONGSIDE_PORT: 'http' }, 'ALONGSIDE_PORT'],
  [{ ALONGSIDE_PORT: '65536' }, 'ALONGSIDE_PORT'],
  [{ ALONGSIDE_ORIGINS: 'shop.example' }, 'ALONGSIDE_ORIGINS'],
  [{ ALONGSIDE_ORIGINS: 'https://ok.example *' }, 'ALONGSIDE_ORIGINS'],
  [{ ALONGSIDE_SECRET: 'short' }, 'ALONGSIDE_SECRET'],
])('%o is refused with a sentence that names it', (env, name) => {
  expect(() => readSettings(env)).toThrow(SettingProblem);
  expect(() => readSettings(env)).toThrow(name);
});
