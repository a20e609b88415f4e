// What the deployment gives the worker: two kinds of objects, the snippet's files, and its settings.
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
  /** Other life times than the usual ones, as JSON of RelayTimes. For tests. */
  readonly ALONGSIDE_TIMES?: string | null;
}

export const timesOf = ({ ALONGSIDE_TIMES }: Environment): RelayTimes => ({
  ...defaultTimes,
  ...(ALONGSIDE_TIMES ? (JSON.parse(ALONGSIDE_TIMES) as Partial<RelayTimes>) : {}),
});

/** The one ledger of the deployment. */
export const ledgerOf = ({ Ledger }: Environment) => Ledger.getByName('ledger');
