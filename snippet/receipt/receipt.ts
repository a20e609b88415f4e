// What a receipt is made from: the session's entries as the customer's page kept them.
import type { Entry } from '../../protocol/entry.ts';
import type { Head } from '../../protocol/trail.ts';

export interface TimedEntry {
  /** By the customer's clock. */
  readonly atMs: number;
  readonly entry: Entry;
}

export interface ReceiptFacts {
  readonly member: {
    readonly session: string;
    readonly agentName: string;
    readonly company: string;
  };
  readonly entries: readonly TimedEntry[];
  readonly head: Head | null;
}
