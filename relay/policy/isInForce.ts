// Whether a selector is one of the policy's own: nobody else's are remembered or shown.
import { selectorLists } from '../../protocol/sitePolicy.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';

export const isInForce = (policy: SitePolicy, rule: string, selector: string): boolean =>
  policy.some(
    (one) => one.name === rule && selectorLists.some((list) => one[list].includes(selector)),
  );
