// The guard's decisions, one reason at a time and in their order.
import { describe, expect, test } from 'vitest';
import type { GrantId } from '../../protocol/ids.ts';
import { careBits } from '../privacy/policy.ts';
import { refuseKinds, refuseStanding, refuseTarget } from './guard.ts';
import type { Description, Use } from './guard.ts';

const uses: Use[] = ['pass', 'touch', 'press', 'edit'];
const about = (facts: Partial<Description>) =>
  refuseTarget({
    use: 'press',
    connected: true,
    own: false,
    fileField: false,
    care: 0,
    interactive: true,
    disabled: false,
    destination: 'stays',
    ...facts,
  });
const byUse = (facts: Partial<Description>) => uses.map((use) => about({ ...facts, use }));
const grant = (id: number) => id as GrantId;

describe('a command stands only under the grant that is live', () => {
  test.each([
    [{ grant: { grant: grant(2) }, paused: false }, null],
    [{ grant: null, paused: false }, 'noGrant'],
    [{ grant: { grant: grant(3) }, paused: false }, 'staleGrant'],
    [{ grant: { grant: grant(2) }, paused: true }, 'paused'],
    [{ grant: null, paused: true }, 'paused'],
  ])('[CONTROL-3] %j: %s', (live, refusal) => {
    expect(refuseStanding({ grant: grant(2) }, live)).toBe(refusal);
  });
});

describe('a command takes the kinds that it acts by', () => {
  const nothingDenied = () => false;
  test('[CONTROL-12] each of its kinds, or one of its alternatives', () => {
    expect(refuseKinds([], [], nothingDenied)).toBeNull();
    expect(refuseKinds([['click']], ['fill'], nothingDenied)).toBe('notGranted');
    expect(refuseKinds([['click', 'fill']], ['fill'], nothingDenied)).toBeNull();
    expect(refuseKinds([['click'], ['navigate']], ['click'], nothingDenied)).toBe('notGranted');
    expect(refuseKinds([['click'], ['navigate']], ['click', 'navigate'], nothingDenied)).toBeNull();
  });

  test('[CONTROL-12] what the policy denies is denied, granted or not', () => {
    const denies = (kind: string) => kind === 'click';
    expect(refuseKinds([['click']], ['click'], denies)).toBe('denied');
    expect(refuseKinds([['click']], [], denies)).toBe('denied');
    expect(refuseKinds([['click', 'fill']], ['click'], denies)).toBe('notGranted');
    expect(refuseKinds([['click', 'fill']], ['fill'], denies)).toBeNull();
  });
});

describe('what a command may act on', () => {
  test('anything ordinary, in every way', () => {
    expect(byUse({})).toEqual([null, null, null, null]);
  });

  test('[CONTROL-4] the snippet’s own interface in no way at all', () => {
    expect(byUse({ own: true })).toEqual(uses.map(() => 'forbidden'));
  });

  test('[CONTROL-4] a file field never, though a page scrolls under it', () => {
    expect(byUse({ fileField: true })).toEqual([null, 'forbidden', 'forbidden', 'forbidden']);
  });

  test('[CONTROL-5] nothing blocked, nothing that has gone', () => {
    expect(byUse({ care: careBits.blocked })).toEqual(uses.map(() => 'blocked'));
    expect(byUse({ connected: false })).toEqual(uses.map(() => 'gone'));
  });

  test('[CONTROL-5] nothing locked, though a page scrolls under it', () => {
    expect(byUse({ care: careBits.locked })).toEqual([null, 'locked', 'locked', 'locked']);
  });

  test('[CONTROL-5] no value that is masked, nor what reacts in a masked region', () => {
    expect(byUse({ care: careBits.masked })).toEqual([null, null, 'masked', 'masked']);
    expect(byUse({ care: careBits.masked, interactive: false })).toEqual([
      null,
      null,
      null,
      'masked',
    ]);
  });

  test('nothing disabled', () => {
    expect(byUse({ disabled: true })).toEqual([null, null, 'disabled', 'disabled']);
  });

  test('[CONTROL-6] nothing that leads off the page’s origin or opens beside the page', () => {
    expect(about({ destination: 'otherOrigin' })).toBe('otherOrigin');
    expect(about({ destination: 'newTab' })).toBe('unsupported');
  });

  test('the customer’s reason comes before the technical one', () => {
    expect(about({ care: careBits.locked | careBits.masked, disabled: true })).toBe('locked');
    expect(about({ care: careBits.masked, disabled: true, destination: 'otherOrigin' })).toBe(
      'masked',
    );
    expect(about({ own: true, care: careBits.blocked })).toBe('forbidden');
  });
});
