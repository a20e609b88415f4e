// The budgets of wrong guesses, over a ledger in memory.
import { expect, test } from 'vitest';
import { createLedger } from '../ledger/ledger.ts';
import { openData } from '../hosts/node/openData.ts';
import { createGuesses } from './guesses.ts';

function guesses() {
  const { sql } = openData(':memory:');
  return { ...createGuesses(createLedger(sql)), rows: () => sql('SELECT source FROM guesses') };
}

const alone = (address: string) => ({ address, network: address });

test('[KEY-5] five wrong guesses, then one every twelve seconds', () => {
  const { waitMs, wrong } = guesses();
  for (let guess = 0; guess < 5; guess++) {
    expect(waitMs(alone('one'), 0)).toBe(0);
    wrong(alone('one'), 0);
  }
  expect(waitMs(alone('one'), 0)).toBe(12_000);
  expect(waitMs(alone('one'), 11_999)).toBe(1);
  expect(waitMs(alone('one'), 12_000)).toBe(0);
  expect(waitMs(alone('two'), 0)).toBe(0);
});

test('[KEY-5] from ever so many addresses, guessing is bounded all the same', () => {
  const { waitMs, wrong } = guesses();
  let count = 0;
  const hour = 60 * 60;
  for (let second = 0; second < hour; second += 60) {
    for (let address = 0; waitMs(alone(`${second} ${address}`), second * 1000) === 0; address++) {
      wrong(alone(`${second} ${address}`), second * 1000);
      count++;
    }
  }
  expect(count).toBeLessThanOrEqual(120 + hour);
  // With 200 keys waiting, a day of this has less than a fiftieth of a chance of one hit.
  expect((count * 24 * 200) / 1e9).toBeLessThan(1 / 50);
});

test('[KEY-5] budgets that are full again are forgotten', () => {
  const { wrong, rows } = guesses();
  wrong(alone('one'), 0);
  wrong(alone('two'), 600_001);
  expect(rows().map(({ source }) => source)).toEqual(['*', 'two']);
});

test('[KEY-5] whoever holds a whole network of addresses is stopped long before everybody is', () => {
  const { waitMs, wrong } = guesses();
  let count = 0;
  for (let address = 0; address < 256; address++) {
    const from = { address: `net ${address}`, network: 'net' };
    for (; waitMs(from, 0) === 0; count++) wrong(from, 0);
  }
  expect(count).toBe(20);
  expect(waitMs(alone('another'), 0)).toBe(0);
});
