// One run for every test. Those that drive a browser (x.browser.test.ts and tests/) get patience, the others must be quick.
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/harness/longestFirst.ts';

const inBrowser = ['**/*.browser.test.ts', 'tests/**/*.test.ts'];
const notOurs = ['**/node_modules/**', 'dist/**', 'demo/out/**', '.cache/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...inBrowser, ...notOurs],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: inBrowser,
          exclude: notOurs,
          testTimeout: 90_000,
          // Two browsers on a busy machine: what fails once and holds then is named at the end, and to be looked into.
          retry: 2,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
