// The site's policies as they come, and what may be shown meanwhile.
import { expect, test, vi } from 'vitest';
import type { ParticipantId } from '../../protocol/ids.ts';
import type { Message } from '../../protocol/frame.ts';
import { parseSitePolicy } from '../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { RulesOptions, SiteRules } from '../privacy/createRules.ts';
import type { RuledPolicy } from '../privacy/createPolicy.ts';
import { createRulesOnDemand } from './createRulesOnDemand.ts';
import type { Ruling } from './state.ts';

vi.stubGlobal('window', {});

function policyOf(...rules: object[]): SitePolicy {
  const parsed = parseSitePolicy({ rules });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}
const masking = policyOf({ name: 'Cards', mask: ['#card'] });
const welcome = (policy: SitePolicy): Message => ({
  kind: 'welcome',
  self: 'c' as ParticipantId,
  active: true,
  write: false,
  policy,
  participants: [],
});
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function open(kept: SitePolicy = [], isServed = true) {
  const told: (string | null)[] = [];
  const used: { relay: number; agent: number }[] = [];
  const held = { pause: null as string | null };
  let stored = kept;
  const use = ({ relay, agent }: RulesOptions['policies']) =>
    void used.push({ relay: relay.length, agent: agent.length });
  const rules = createRulesOnDemand({
    load: async () => {
      if (!isServed) throw new Error('not served');
      return (options: RulesOptions) => {
        use(options.policies);
        return {
          use,
          ruling: () => ({ pause: held.pause, denied: [] }),
          look: () => held.pause === null,
          stop: () => {},
        } as Partial<SiteRules> as SiteRules;
      };
    },
    policy: { obey: () => {} } as Partial<RuledPolicy> as RuledPolicy,
    store: { agentPolicy: () => stored, keepAgentPolicy: (policy) => void (stored = policy) },
    onRuling: ({ pause }: Ruling) => told.push(pause),
    report: () => {},
  });
  return { rules, told, used, held, stored: () => stored };
}

test('[POLICY-3] nothing may be told before the relay’s policy has come, and where it is empty everything may', () => {
  const { rules, told, used } = open();
  expect(rules.mayTell()).toBe(false);
  rules.take({ kind: 'agentPolicy', policy: [] });
  expect(rules.mayTell()).toBe(false);
  rules.take(welcome([]));
  expect(rules.mayTell()).toBe(true);
  expect([told, used]).toEqual([[null], []]);
  rules.forget();
  expect(rules.mayTell()).toBe(false);
});

test('[POLICY-3] with rules nothing may be told before what works them is here', async () => {
  const { rules, told, used } = open();
  rules.take(welcome(masking));
  expect(rules.mayTell()).toBe(false);
  await settled();
  expect(rules.mayTell()).toBe(true);
  expect(told).toEqual(['', null]);
  rules.take({ kind: 'policyChanged', policy: [] });
  expect(used).toEqual([
    { relay: 1, agent: 0 },
    { relay: 0, agent: 0 },
  ]);
});

test('[POLICY-3] where it cannot be had, nothing may be told, and the customer reads why', async () => {
  const { rules, told } = open([], false);
  rules.take(welcome(masking));
  await settled();
  expect(rules.mayTell()).toBe(false);
  expect(told).toEqual(['', 'The privacy rules for this page could not be loaded.']);
});

test('[POLICY-11] what the agent’s company adds is kept for the next page, and holds there with the relay’s first word', async () => {
  const first = open();
  first.rules.take(welcome([]));
  first.rules.take({ kind: 'agentPolicy', policy: masking });
  expect(first.rules.mayTell()).toBe(false);
  await settled();
  expect(first.rules.mayTell()).toBe(true);
  expect(first.stored()).toEqual(masking);
  const next = open(first.stored());
  next.rules.take(welcome([]));
  expect(next.rules.mayTell()).toBe(false);
  await settled();
  expect(next.used).toEqual([{ relay: 0, agent: 1 }]);
});

test('[POLICY-8] whether a page is paused is looked at for everything that would leave', async () => {
  const { rules, held } = open();
  rules.take(welcome(masking));
  await settled();
  held.pause = 'Not here.';
  expect(rules.mayTell()).toBe(false);
});
