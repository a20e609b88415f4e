// What a customer's page says about the policy's selectors, into the ledger: of what the policy does not hold nothing is kept.
import type { Finding } from '../../protocol/controlPlane.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isInForce } from './isInForce.ts';

export function noteMatches(
  ledger: Ledger,
  policy: SitePolicy,
  path: string,
  findings: readonly Finding[],
  nowMs: number,
): void {
  const own = findings.filter(({ rule, selector }) => isInForce(policy, rule, selector));
  if (own.length > 0) ledger.drift.note(path, own, nowMs);
}
