// The conformance suite on the Node host, its clock in the test's hand.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { snippetFiles } from '../../conformance/http.ts';
import { conformance } from '../../conformance/suite.ts';
import { hastyTimes, targetSettings } from '../../conformance/target.ts';
import type { Target, Targets } from '../../conformance/target.ts';
import { createManualClock } from './testing/manualClock.ts';
import { startRelay } from './startRelay.ts';
import type { Relay, RelayOptions } from './startRelay.ts';

let targets: Targets;
let folder = '';
const relays: Relay[] = [];

async function start(name: keyof Targets, options: RelayOptions): Promise<Target> {
  const { company, origins, policy } = targetSettings[name];
  const policyFile = join(folder, `${name}.json`);
  if (policy) await writeFile(policyFile, policy);
  const secret = `${name} `.repeat(10);
  const clock = createManualClock();
  const relay = await startRelay({
    company,
    ...(origins && { origins }),
    ...(policy && { policy: policyFile }),
    secret,
    clock,
    trustProxy: true,
    snippet: folder,
    ...options,
  });
  relays.push(relay);
  return {
    origin: relay.origin,
    secret,
    issueAgentToken: relay.issueAgentToken,
    letTimePass: clock.advance,
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-'));
  for (const [name, content] of Object.entries(snippetFiles)) {
    await writeFile(join(folder, name), content);
  }
  targets = {
    usual: await start('usual', {}),
    hasty: await start('hasty', { times: hastyTimes }),
  };
});

afterAll(async () => {
  for (const relay of relays) await relay.close();
  await rm(folder, { recursive: true, force: true });
});

conformance(() => targets);
