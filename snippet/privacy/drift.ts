// Whether the selectors of the relay's rules still find something on a page that is shared: told when the page has settled, when one is
// found after that, and when the page is left. Told of are a rule's own words and the page's path, nothing else.
import { limits } from '../../protocol/limits.ts';
import type { Finding } from '../../protocol/controlPlane.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { reportedPath } from './pagePath.ts';
import type { Root } from './policy.ts';
import { queryAll } from './queries.ts';

/** A page that has been shared for so long shows what it has. */
const SETTLED_MS = 5000;
/** One that was shared for less says nothing about what it lacks. */
const SHOWN_MS = 1000;
const LOOK_EVERY_MS = 500;

type Watched = Omit<Finding, 'found'>;

export interface Drift {
  /** Another page, or the same under other rules. What is not told of the one before is told now. */
  enter(path: string, watched: readonly Watched[], refused: readonly Watched[]): void;
  look(roots: Iterable<Root>): void;
}

export function createDrift(
  report: (message: MessageOf<'ruleMatches'>) => void,
  nowMs: () => number,
): Drift {
  let path = '';
  let missing: Watched[] = [];
  let found: Watched[] = [];
  let sinceMs: number | null = null;
  let lookedMs = 0;
  let told = true;

  function send(some: readonly Watched[], how: Finding['found']): void {
    for (let at = 0; at < some.length; at += limits.ruleMatches)
      report({
        kind: 'ruleMatches',
        path,
        findings: some
          .slice(at, at + limits.ruleMatches)
          .map(({ rule, selector }) => ({ rule, selector, found: how })),
      });
  }

  function tell(): void {
    if (!told) send(missing, 'missed');
    told = true;
    send(found.splice(0), 'matched');
  }

  return {
    enter(next, watched, refused) {
      if (sinceMs !== null && nowMs() - sinceMs >= SHOWN_MS) tell();
      path = reportedPath(next);
      missing = [...watched];
      found = [];
      sinceMs = null;
      lookedMs = 0;
      told = watched.length === 0;
      send(refused, 'refused');
    },
    look(roots) {
      const now = nowMs();
      if ((missing.length === 0 && found.length === 0) || now - lookedMs < LOOK_EVERY_MS) return;
      lookedMs = now;
      sinceMs ??= now;
      const all = [...roots];
      const still = missing.filter(
        (one) => !all.some((root) => queryAll(root, one.selector).length > 0),
      );
      found.push(...missing.filter((one) => !still.includes(one)));
      missing = still;
      if (told ? found.length > 0 : now - sinceMs >= SETTLED_MS) tell();
    },
  };
}
