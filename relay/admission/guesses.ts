// The brake on guessing security keys. Only wrong guesses cost; when a budget is spent, even a right key is refused
// until it refills, or the budget would bound nothing.
import type { Ledger } from '../ledger/ledger.ts';
import { takeToken, tokensAt } from '../room/tokenBucket.ts';
import type { BucketRule } from '../room/tokenBucket.ts';

/** A person mistypes a few times; more than that from one address is no person. */
const perAddress: BucketRule = { burst: 5, perSecond: 5 / 60 };
/** One who holds many addresses may not spend everyone's budget alone. */
const perNetwork: BucketRule = { burst: 20, perSecond: 20 / 60 };
/** Bounds guessing from many addresses: with 200 keys waiting among 10⁹, below one hit in fifty days of trying. */
const everyone: BucketRule = { burst: 120, perSecond: 1 };
const everyoneSource = '*';
/** By then every budget is full again, so that forgetting it changes nothing. */
const forgetAfterMs = 10 * 60_000;

/** Where a guess comes from: the same twice where the address stands for itself. */
export interface Source {
  readonly address: string;
  readonly network: string;
}

export function createGuesses(ledger: Ledger) {
  const budgets = ({ address, network }: Source) => [
    { source: address, rule: perAddress },
    ...(network === address ? [] : [{ source: network, rule: perNetwork }]),
    { source: everyoneSource, rule: everyone },
  ];

  return {
    /** 0 when a guess is allowed now. */
    waitMs(from: Source, nowMs: number): number {
      return Math.max(
        ...budgets(from).map(({ source, rule }) => {
          const tokens = tokensAt(ledger.guessBudget(source), nowMs, rule);
          return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / rule.perSecond) * 1000);
        }),
      );
    },
    wrong(from: Source, nowMs: number): void {
      for (const { source, rule } of budgets(from)) {
        const { bucket } = takeToken(ledger.guessBudget(source), nowMs, rule);
        ledger.saveGuessBudget(source, bucket, nowMs - forgetAfterMs);
      }
    },
  };
}
