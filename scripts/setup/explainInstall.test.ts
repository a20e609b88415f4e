// Each failure of npm leads to its own sentence.
import { expect, test } from 'vitest';
import { explainInstall } from './explainInstall.mjs';

test.each([
  ['npm error code ENOTFOUND\nnpm error network request failed', 'cannot be reached', 'network'],
  ['npm error code EUSAGE\n`npm ci` can only install', 'disagree', 'npm install'],
  ['npm error code EINTEGRITY', 'not the one', 'cache clean'],
  ['npm error code E404', 'does not have a package', 'complete'],
  ['npm error code ENOSPC', 'disk is full', '1 GB'],
  ['something new', 'reason is above', 'Mend that'],
])('%s', (words, what, whatToDo) => {
  const explained = explainInstall(words);
  expect(explained.what).toContain(what);
  expect(explained.whatToDo).toContain(whatToDo);
});
