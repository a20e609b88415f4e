// Every rule of docs/SPEC.md is held by a test, and every rule that a test names exists.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';
import { definedRules, gapsBetween, titledRules } from './specRules.ts';

test('rules and tests name each other, and no rule is defined twice', () => {
  // The relay's conformance suite is tests too, and so is the law of fidelity: each host's or browser's own test runs them.
  const titled = sourceFiles(/\.test\.tsx?$|\/conformance\/\w+\.ts$|\/holdLaw\.ts$/)
    // This file names rules only to try the reader of titles.
    .filter((path) => path !== 'tests/spec.test.ts')
    .flatMap((path) => titledRules(path, readFileSync(path, 'utf8')));
  const defined = definedRules(readFileSync('docs/SPEC.md', 'utf8'));
  expect(gapsBetween(defined, titled)).toEqual({ definedTwice: [], untested: [], undefined: [] });
});

test('a rule is defined where its number opens a line, and only mentioned elsewhere', () => {
  const spec =
    '## Keys\n- [KEY-1] Nine digits, see [KEY-2].\n| [KEY-2] | ten minutes |\n**[KEY-3]** Once.\n';
  expect(definedRules(spec)).toEqual(['[KEY-1]', '[KEY-2]', '[KEY-3]']);
});

test('numbers are read from test titles only', () => {
  const source = `
    // [KEY-1]
    describe('[KEY-2] keys', () => {
      it('[KEY-3] are nine digits', () => { expect('[KEY-4]').toBe('x'); });
      test.each([1])(\`[KEY-5] [KEY-6] %s\`, () => {});
    });`;
  expect(titledRules('a.test.ts', source)).toEqual(['[KEY-3]', '[KEY-5]', '[KEY-6]']);
});

test('a rule without a test, a title without a rule and a number used twice all show', () => {
  expect(gapsBetween(['[A-1]', '[A-2]', '[A-1]'], ['[A-1]', '[B-1]'])).toEqual({
    definedTwice: ['[A-1]'],
    untested: ['[A-2]'],
    undefined: ['[B-1]'],
  });
});
