// The policy's decisions on bare nodes; how they hold on pages is the law's and the canary's business (tests/).
import { expect, test, vi } from 'vitest';
import { createPolicy } from './createPolicy.ts';
import { createRandom } from '../../protocol/testing/random.ts';
import { careBits, LIFT } from './policy.ts';
import type { Rules } from './policy.ts';

const { masked, locked, blocked, byBuiltIn, byPage, byRelay, byAgent } = careBits;
/** As the page's attributes mask. */
const hidden = masked | byPage;
const secret = masked | byBuiltIn;

/** The platform's own getter, as far as it is asked here: none of these has a parent. */
vi.stubGlobal('Node', { prototype: { parentNode: null } });

/** The little of an element that the policy looks at. */
const element = (localName: string, attributes: Record<string, string> = {}) =>
  ({
    nodeType: 1,
    localName,
    id: '',
    closest: () => null,
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => name in attributes,
    getRootNode: () => ({ querySelectorAll: () => [] }),
  }) as unknown as Element;
const marked = (words: string) => element('div', { 'data-alongside': words });

test('[MASK-6] what cannot be decided is blocked', () => {
  const broken = {
    nodeType: 1,
    localName: 'p',
    getAttribute: () => {
      throw new Error('the page replaced this');
    },
  } as unknown as Element;
  expect(createPolicy().careWithin(0, broken) & blocked).toBe(blocked);
});

test('[MASK-7] the page’s attributes mask, unmask, lock and block, and what is below inherits', () => {
  const policy = createPolicy();
  expect(policy.careWithin(0, marked('mask'))).toBe(hidden);
  expect(policy.careWithin(0, marked('lock'))).toBe(locked);
  expect(policy.careWithin(0, marked('block'))).toBe(blocked);
  expect(policy.careWithin(0, marked('mask lock'))).toBe(hidden | locked);
  expect(policy.careWithin(hidden, element('p'))).toBe(hidden);
  expect(policy.careWithin(hidden, marked('unmask'))).toBe(0);
  expect(policy.careWithin(blocked, marked('unmask')) & blocked).toBe(blocked);
  expect(policy.careWithin(0, marked('unmask mask'))).toBe(hidden);
});

test('[MASK-1] no attribute of the page uncovers a password, and once a password is always one', () => {
  const policy = createPolicy();
  const attributes: Record<string, string> = { type: 'password', 'data-alongside': 'unmask' };
  const field = element('input', attributes);
  expect(policy.careWithin(0, field)).toBe(secret);
  attributes['type'] = 'text';
  expect(policy.careWithin(0, field)).toBe(secret);
  expect(createPolicy().careWithin(0, field)).toBe(0);
});

test('[MASK-7] a word that is none of these was meant to keep something, and masks; capitals do not matter', () => {
  const policy = createPolicy();
  expect(policy.careWithin(0, marked('masked'))).toBe(hidden);
  expect(policy.careWithin(0, marked('Mask'))).toBe(hidden);
  expect(policy.careWithin(0, marked(' BLOCK '))).toBe(blocked);
  expect(policy.careWithin(0, marked('')) | policy.careWithin(0, marked(' '))).toBe(0);
});

test('[MASK-1] a component that stands for a secret field is masked, one that only speaks of it is not', () => {
  const policy = createPolicy();
  const care = (attributes: Record<string, string>) =>
    policy.careWithin(0, element('x-input', attributes));
  expect(care({ type: 'password' })).toBe(secret);
  expect(care({ autocomplete: 'cc-number' })).toBe(secret);
  expect(care({ label: 'Card number', value: '' })).toBe(secret);
  expect(care({ label: 'Card number' })).toBe(0);
  expect(care({ type: 'text', value: 'Ana', label: 'Name' })).toBe(0);
});

test('[FRAME-4] what is handed down to a page in a frame holds for all of it, whatever its own attributes say', () => {
  const policy = createPolicy(undefined, hidden | locked);
  expect(policy.base()).toBe(hidden | locked);
  expect(policy.careWithin(0, element('p'))).toBe(hidden | locked);
  expect(policy.careWithin(0, marked('unmask'))).toBe(hidden | locked);
  expect(policy.careWithin(0, { nodeType: 9 } as Node)).toBe(hidden | locked);
  expect(policy.careWithin(0, marked('block'))).toBe(hidden | locked | blocked);
});

/** Rules that say the same of every element. */
const saying = (said: number): Rules => ({
  base: () => byRelay | byAgent,
  said: () => said,
  speakIn: () => said !== 0,
  settle: () => [],
  meet: () => {},
});

test('[POLICY-5] each source lifts what it masks itself, and nothing else', () => {
  const policy = createPolicy();
  policy.obey(saying(byRelay << LIFT));
  const all = masked | byPage | byRelay | byAgent | byBuiltIn;
  expect(policy.base()).toBe(masked | byRelay | byAgent);
  expect(policy.careWithin(all, element('p'))).toBe(all & ~byRelay);
  expect(policy.careWithin(masked | byRelay, element('p'))).toBe(0);
  expect(policy.careWithin(masked | byRelay | byAgent, marked('unmask'))).toBe(masked | byAgent);
  policy.obey(saying(((byRelay | byAgent) << LIFT) | byAgent));
  expect(policy.careWithin(all, element('p'))).toBe(all & ~byRelay);
  expect(policy.careWithin(all, marked('unmask'))).toBe(masked | byAgent | byBuiltIn);
});

const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
test(`[POLICY-5] what holds is never less than what any one of the sources says (SEED=${seed})`, () => {
  const random = createRandom(seed);
  const words = ['mask', 'unmask', 'lock', 'block', 'unmask lock'];
  const bits = [byRelay, byAgent, byRelay << LIFT, byAgent << LIFT, locked, blocked];
  for (let round = 0; round < 2000; round++) {
    const path = Array.from({ length: 1 + random.below(6) }, () => ({
      word: random.flag() ? random.pick(words) : null,
      said: random.flag() ? random.pick(bits) | random.pick(bits) : 0,
      secret: random.below(8) === 0,
    }));
    /** What comes out at the innermost, where only what `keep` lets through was said. */
    const careOf = (keep: { page: boolean; rules: number; builtIn: boolean }) => {
      const policy = createPolicy();
      let said = 0;
      policy.obey({ ...saying(0), base: () => 0, said: () => said });
      return path.reduce((care, step) => {
        said = step.said & keep.rules;
        const attributes: Record<string, string> = {};
        if (keep.page && step.word) attributes['data-alongside'] = step.word;
        if (keep.builtIn && step.secret) attributes['type'] = 'password';
        return policy.careWithin(care, element(step.secret ? 'input' : 'div', attributes));
      }, 0);
    };
    const strength = locked | blocked | masked;
    const never = locked | blocked;
    const together = careOf({ page: true, rules: -1, builtIn: true }) & strength;
    const alone = [
      careOf({ page: true, rules: 0, builtIn: false }),
      careOf({ page: false, rules: byRelay | (byRelay << LIFT) | never, builtIn: false }),
      careOf({ page: false, rules: byAgent | (byAgent << LIFT) | never, builtIn: false }),
      careOf({ page: false, rules: 0, builtIn: true }),
    ].map((care) => care & strength);
    for (const care of alone) expect(together & care, JSON.stringify(path)).toBe(care);
    expect(together).toBe(alone.reduce((all, care) => all | care, 0));
  }
});
