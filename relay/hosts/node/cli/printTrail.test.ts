// Printing a trail: every problem has a sentence, and what a page wrote cannot speak to the terminal.
import { afterEach, expect, test, vi } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '../../../../protocol/ids.ts';
import { linkTo } from '../../../../protocol/trail.ts';
import { createTrailStore } from '../../../ledger/trailStore.ts';
import { openData } from '../openData.ts';
import { printTrail } from './printTrail.ts';
import { readSettings, SettingProblem } from './settings.ts';

const session = 'session-1' as SessionId;
afterEach(() => vi.restoreAllMocks());

test('[TRAIL-7] what does not hold together is said by position, and control characters are shown as none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-'));
  const settings = readSettings({ ALONGSIDE_DATA: join(folder, 'relay.sqlite') });
  const { sql, close } = openData(settings.data);
  const store = createTrailStore(sql);
  for (let at = 1; at <= 4; at++)
    store.add(session, [
      linkTo(store.head(session), at, null, {
        kind: 'joined',
        role: 'agent',
        name: '\u009b31m\u202e',
      }),
    ]);
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await printTrail(session, null, null, settings)).toBe(0);
  expect(out.mock.calls.flat().join('\n')).not.toMatch(/[\u009b\u202e]/);
  sql('DELETE FROM entries WHERE position = 2');
  sql(`UPDATE entries SET kind = 'left' WHERE position = 4`);
  expect(await printTrail(session, null, null, settings)).toBe(1);
  expect(err.mock.calls.flat()).toEqual([
    'Entry 2 is missing.',
    'Entry 4 is not what was written after the one before it.',
  ]);
  await expect(printTrail(session, 'nonsense', null, settings)).rejects.toThrow(SettingProblem);
  expect(await printTrail('never', null, null, settings)).toBe(1);
  close();
  await rm(folder, { recursive: true, force: true });
});
