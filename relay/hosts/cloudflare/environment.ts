// What the deployment gives the worker: two kinds of objects, the snippet's files, and its settings.
import { parseSitePolicy, problemSentence } from '../../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../../protocol/sitePolicy.ts';
import { defaultTimes } from '../../times.ts';
import type { RelayTimes } from '../../times.ts';
import type { LedgerObject } from './ledgerObject.ts';
import type { Session } from './session.ts';

export interface Environment {
  readonly Session: DurableObjectNamespace<Session>;
  readonly Ledger: DurableObjectNamespace<LedgerObject>;
  /** The built snippet: the deployment's assets, or a folder. */
  readonly SNIPPET: Fetcher;
  readonly ALONGSIDE_SECRET: string;
  readonly ALONGSIDE_COMPANY?: string | null;
  readonly ALONGSIDE_ORIGINS?: string | null;
  /** The header in which whatever stands in front tells the caller's address. */
  readonly ALONGSIDE_ADDRESS_HEADER?: string | null;
  /** The site policy, as JSON text. */
  readonly ALONGSIDE_POLICY?: string | null;
  /** Other life times than the usual ones, as JSON of RelayTimes. For tests. */
  readonly ALONGSIDE_TIMES?: string | null;
}

export const timesOf = ({ ALONGSIDE_TIMES }: Environment): RelayTimes => ({
  ...defaultTimes,
  ...(ALONGSIDE_TIMES ? (JSON.parse(ALONGSIDE_TIMES) as Partial<RelayTimes>) : {}),
});

/** The one ledger of the deployment. */
export const ledgerOf = ({ Ledger }: Environment) => Ledger.getByName('ledger');

let known: { readonly text: string; readonly policy: SitePolicy } | null = null;

/** Throws where it cannot be used: without its rules nothing is shared. */
export function policyOf({ ALONGSIDE_POLICY: text }: Environment): SitePolicy {
  if (!text) return [];
  if (known?.text === text) return known.policy;
  const parsed = parseSitePolicy(text);
  if (!parsed.ok)
    throw new Error(
      `ALONGSIDE_POLICY cannot be used. ${parsed.problems.map(problemSentence).join(' ')}`,
    );
  known = { text, policy: parsed.policy };
  return parsed.policy;
}
