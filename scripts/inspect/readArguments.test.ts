// What the command line means.
import { expect, test } from 'vitest';
import { readArguments } from './readArguments.ts';

test('[INSPECT-1] pages and options may stand in any order', () => {
  expect(readArguments(['a.html', '--json', '--report', 'out', 'b', '--no-scripts'])).toEqual({
    pages: ['a.html', 'b'],
    json: true,
    report: 'out',
    noScripts: true,
  });
  expect(readArguments(['a', '--report=x'])).toMatchObject({ report: 'x', json: false });
});

test('[INSPECT-1] what cannot be meant is said', () => {
  for (const args of [
    [],
    ['--json'],
    ['a', '--report'],
    ['a', '--report', '--json'],
    ['--what', 'a'],
  ])
    expect(readArguments(args)).toHaveProperty('problem');
});
