// The last line of `npm test` must not flatter.
import { expect, test } from 'vitest';
import { secondTries, sum, tallySteps, tallyTests } from './tally.ts';

const once = (status: string, ...failureMessages: string[]) => ({
  status,
  fullName: status,
  failureMessages,
});
const clean = { numPassedTests: 3, numFailedTests: 0, numTotalTests: 3, testResults: [] };

test('tests are counted as vitest reports them', () => {
  expect(tallyTests(clean, 0)).toEqual({ passed: 3, failed: 0 });
  expect(tallyTests({ ...clean, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 });
});

test('a file that does not load is a failure', () => {
  const broken = { ...clean, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(tallyTests(broken, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file whose tests failed is not counted a second time', () => {
  const testResults = [{ status: 'failed', assertionResults: [once('failed', 'x')] }];
  expect(tallyTests({ ...clean, numFailedTests: 1, testResults }, 1).failed).toBe(1);
});

test('an error outside every test is a failure, and so is a run without a report', () => {
  expect(tallyTests(clean, 1)).toEqual({ passed: 3, failed: 1 });
  expect(tallyTests(clean, null)).toEqual({ passed: 3, failed: 1 });
  expect(tallyTests(null, 0)).toEqual({ passed: 0, failed: 1 });
});

test('steps count one each', () => {
  expect(sum([tallySteps([true, false, true]), { passed: 10, failed: 0 }])).toEqual({
    passed: 12,
    failed: 1,
  });
});

test('what held on the second try only is named', () => {
  const assertionResults = [
    once('passed'),
    once('failed', 'x'),
    { ...once('passed', 'x'), fullName: 'late' },
  ];
  const testResults = [{ status: 'failed', assertionResults }];
  expect(secondTries({ ...clean, testResults })).toEqual(['late']);
  expect(secondTries(null)).toEqual([]);
});
