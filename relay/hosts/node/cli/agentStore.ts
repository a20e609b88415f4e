// Where the command line finds the agents: in this machine's data file, or behind another relay's HTTP interface.
import { issueAgentToken } from '../../../admission/agentToken.ts';
import type { IssuedAgent } from '../../../admission/agentToken.ts';
import { createLedger } from '../../../ledger/ledger.ts';
import type { DriftEntry } from '../../../ledger/drift.ts';
import type { AgentEntry } from '../../../ledger/ledger.ts';
import { isInForce } from '../../../policy/isInForce.ts';
import { openData } from '../openData.ts';
import { openPolicyFile } from '../policyFile.ts';
import { readSecret } from '../readSecret.ts';
import { remoteRelay } from './remoteRelay.ts';
import type { Settings } from './settings.ts';

export interface AgentStore {
  issue(name: string): Promise<IssuedAgent>;
  /** False when there is no such agent, or it is revoked already. */
  revoke(id: string): Promise<boolean>;
  list(): Promise<readonly AgentEntry[]>;
  /** Selectors of the site policy that no longer find what they are for. */
  drift(): Promise<readonly DriftEntry[]>;
  close(): void;
}

export async function localAgents({
  data: file,
  secret: given,
  policy: policyFile,
}: Settings): Promise<AgentStore> {
  const data = openData(file);
  const secret = await readSecret(data.sql, given);
  const ledger = createLedger(data.sql);
  return {
    issue: (name) => issueAgentToken(secret, ledger, name, Date.now()),
    revoke: async (id) => ledger.revokeAgent(id, Date.now()),
    list: async () => ledger.agents(),
    async drift() {
      // What the running relay reads may be newer than what it has last been able to use.
      const policy = policyFile ? openPolicyFile(policyFile, () => {}).current() : null;
      return ledger.drift.list((...words) => policy === null || isInForce(policy, ...words));
    },
    close: () => data.close(),
  };
}

export async function remoteAgents(relay: string, settings: Settings): Promise<AgentStore> {
  const call = await remoteRelay(relay, settings);
  return {
    issue: async (name) =>
      (await (await call('POST', '/api/agents', { name })).json()) as IssuedAgent,
    revoke: async (id) =>
      (await call('POST', `/api/agents/${encodeURIComponent(id)}/revoke`, {})).ok,
    list: async () =>
      ((await (await call('GET', '/api/agents')).json()) as { agents: AgentEntry[] }).agents,
    drift: async () =>
      ((await (await call('GET', '/api/drift')).json()) as { drift: DriftEntry[] }).drift,
    close: () => {},
  };
}
