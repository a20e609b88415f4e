// A policy as a support lead writes it, and everything that can be wrong with one.
import { expect, test } from 'vitest';
import { limits } from './limits.ts';
import { parseSitePolicy, problemSentence } from './parseSitePolicy.ts';
import { selectorProblem } from './selectorProblem.ts';

const problemsOf = (document: unknown) => {
  const parsed = parseSitePolicy(document);
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
};
const rule = (more: object) => ({ rules: [{ name: 'One', ...more }] });

test('[POLICY-1] a policy is read as it is written', () => {
  const written = `{ "rules": [
    { "name": "Cards", "path": { "starts": "/checkout", "glob": ["/a/*", "/b/**"] }, "mask": ["#card", ".iban"], "unmask": [".last4"] },
    { "name": "Quiet", "maskByDefault": true, "pause": "Only for you.", "deny": ["control", "draw"], "confirm": ["commits", "#pay"] }
  ] }`;
  const none = { mask: [], unmask: [], block: [], lock: [], confirm: [], deny: [], pause: '' };
  expect(parseSitePolicy(written)).toEqual({
    ok: true,
    policy: [
      {
        ...none,
        name: 'Cards',
        paths: [
          { test: 'starts', value: '/checkout' },
          { test: 'glob', value: '/a/*' },
          { test: 'glob', value: '/b/**' },
        ],
        mask: ['#card', '.iban'],
        unmask: ['.last4'],
        maskByDefault: false,
      },
      {
        ...none,
        name: 'Quiet',
        paths: [],
        maskByDefault: true,
        pause: 'Only for you.',
        deny: ['click', 'fill', 'navigate', 'draw'],
        confirm: ['commits', '#pay'],
      },
    ],
  });
  expect(parseSitePolicy({ rules: [] })).toEqual({ ok: true, policy: [] });
});

test.each<[unknown, string[]]>([
  ['{', ['']],
  [null, ['']],
  [[], ['']],
  [{}, ['rules']],
  [{ rules: {} }, ['rules']],
  [{ rules: [], more: 1 }, ['more']],
  [{ rules: [null] }, ['rules[0]']],
  [{ rules: [{ mask: ['a'] }] }, ['rules[0].name']],
  [rule({}), ['rules[0]']],
  [rule({ path: { equals: '/' } }), ['rules[0]']],
  [rule({ unmaks: ['a'] }), ['rules[0].unmaks']],
  [rule({ mask: 'a' }), ['rules[0].mask']],
  [rule({ mask: ['a', 7] }), ['rules[0].mask[1]']],
  [rule({ mask: ['a', '[b'] }), ['rules[0].mask[1]']],
  [rule({ mask: ['commits'] }), []],
  [rule({ path: { glob: 7 }, mask: ['a'] }), ['rules[0].path.glob']],
  [rule({ path: { glob: ['/a', ''] }, mask: ['a'] }), ['rules[0].path.glob[1]']],
  [rule({ path: {}, mask: ['a'] }), ['rules[0].path']],
  [rule({ path: { glob: [] }, mask: ['a'] }), ['rules[0].path']],
  [rule({ path: '/a', mask: ['a'] }), ['rules[0].path']],
  [rule({ path: { regex: '.' }, mask: ['a'] }), ['rules[0].path.regex', 'rules[0].path']],
  [rule({ maskByDefault: 'yes' }), ['rules[0].maskByDefault']],
  [rule({ pause: true }), ['rules[0].pause']],
  [rule({ deny: ['everything'] }), ['rules[0].deny[0]']],
  [rule({ pause: 'x'.repeat(limits.pauseLength + 1) }), ['rules[0].pause']],
  [{ rules: [rule({ mask: ['a'] }).rules[0], rule({ mask: ['b'] }).rules[0]] }, ['rules[1].name']],
  [{ rules: Array.from({ length: limits.policyRules + 1 }, () => ({})) }, ['rules']],
])('[POLICY-1] %j is refused at %j', (document, places) => {
  expect(problemsOf(document)).toEqual(places);
});

test('[POLICY-1] what is too large to be handed on in one frame is refused', () => {
  const selectors = Array.from(
    { length: limits.ruleSelectors },
    (_, index) => `#s${index}${'x'.repeat(limits.selectorLength - 10)}`,
  );
  const rules = Array.from({ length: 4 }, (_, index) => ({ name: `${index}`, mask: selectors }));
  expect(problemsOf({ rules })).toEqual(['']);
});

test('[POLICY-1] a problem is a sentence, and repeats nothing of what was written', () => {
  const parsed = parseSitePolicy(rule({ mask: ['#hunter2['] }));
  if (parsed.ok) throw new Error('it was read');
  const sentences = parsed.problems.map(problemSentence);
  expect(sentences).toEqual(['rules[0].mask[0] has a bracket that is not closed: ] is missing.']);
});

test.each([
  '#card',
  'form:has(> input[name="pin"]) .row',
  '[title="a]b"]',
  "[title='a\\'b']",
  '.a\\:b',
  '.sm\\:scope',
  'a, b > c ~ d + e',
  ':is(.a, .b):not(:checked)',
])('[POLICY-1] %s may be a selector', (selector) => {
  expect(selectorProblem(selector)).toBeNull();
});

test.each([
  '',
  ' ',
  '[title="x',
  '[title="x\n"]',
  ':is(.a',
  '.a)',
  '(.a]',
  '.a\\',
  '.a{}',
  '.a /* b */',
  'p::before',
  ':scope > p',
  ':host(.a)',
  '& p',
  '<!-- p',
  'x'.repeat(limits.selectorLength + 1),
])('[POLICY-1] %j is none', (selector) => {
  expect(selectorProblem(selector)).not.toBeNull();
});
