// The policy's decisions on bare nodes; how they hold on pages is the law's and the canary's business (tests/).
import { expect, test, vi } from 'vitest';
import { createPolicy } from './createPolicy.ts';
import { careBits } from './policy.ts';

const { masked, locked, blocked } = careBits;

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
  expect(policy.careWithin(0, marked('mask'))).toBe(masked);
  expect(policy.careWithin(0, marked('lock'))).toBe(locked);
  expect(policy.careWithin(0, marked('block'))).toBe(blocked);
  expect(policy.careWithin(0, marked('mask lock'))).toBe(masked | locked);
  expect(policy.careWithin(masked, element('p'))).toBe(masked);
  expect(policy.careWithin(masked, marked('unmask'))).toBe(0);
  expect(policy.careWithin(blocked, marked('unmask')) & blocked).toBe(blocked);
  expect(policy.careWithin(0, marked('unmask mask'))).toBe(masked);
});

test('[MASK-1] no attribute of the page uncovers a password, and once a password is always one', () => {
  const policy = createPolicy();
  const attributes: Record<string, string> = { type: 'password', 'data-alongside': 'unmask' };
  const field = element('input', attributes);
  expect(policy.careWithin(0, field)).toBe(masked);
  attributes['type'] = 'text';
  expect(policy.careWithin(0, field)).toBe(masked);
  expect(createPolicy().careWithin(0, field)).toBe(0);
});

test('[MASK-7] a word that is none of these was meant to keep something, and masks; capitals do not matter', () => {
  const policy = createPolicy();
  expect(policy.careWithin(0, marked('masked'))).toBe(masked);
  expect(policy.careWithin(0, marked('Mask'))).toBe(masked);
  expect(policy.careWithin(0, marked(' BLOCK '))).toBe(blocked);
  expect(policy.careWithin(0, marked('')) | policy.careWithin(0, marked(' '))).toBe(0);
});

test('[MASK-1] a component that stands for a secret field is masked, one that only speaks of it is not', () => {
  const policy = createPolicy();
  const care = (attributes: Record<string, string>) =>
    policy.careWithin(0, element('x-input', attributes));
  expect(care({ type: 'password' })).toBe(masked);
  expect(care({ autocomplete: 'cc-number' })).toBe(masked);
  expect(care({ label: 'Card number', value: '' })).toBe(masked);
  expect(care({ label: 'Card number' })).toBe(0);
  expect(care({ type: 'text', value: 'Ana', label: 'Name' })).toBe(0);
});

test('[FRAME-4] what is handed down to a page in a frame holds for all of it, whatever its own attributes say', () => {
  const policy = createPolicy(undefined, masked | locked);
  expect(policy.careWithin(0, element('p'))).toBe(masked | locked);
  expect(policy.careWithin(0, marked('unmask'))).toBe(masked | locked);
  expect(policy.careWithin(0, { nodeType: 9 } as Node)).toBe(masked | locked);
  expect(policy.careWithin(0, marked('block'))).toBe(masked | locked | blocked);
});
