// Which selectors of the site policy still find what they are for, by page. Holds a rule's own words and paths, and nothing of a page.
import type { Finding } from '../../protocol/controlPlane.ts';
import type { Sql } from './sql.ts';

/** A selector that no longer does its work on a page: `drifted` when it once matched there, `refused` when a browser did not take it. */
export interface DriftEntry {
  readonly rule: string;
  readonly selector: string;
  readonly path: string;
  readonly state: 'drifted' | 'refused';
  readonly lastMatchedMs: number | null;
  readonly lastMissedMs: number | null;
  /** How often it was missed since it matched. */
  readonly misses: number;
}

/** Pages that are remembered; the longest unseen go first. */
const mostEntries = 5000;

export function createDrift(sql: Sql) {
  sql(`CREATE TABLE IF NOT EXISTS rule_matches (
    rule TEXT NOT NULL,
    selector TEXT NOT NULL,
    path TEXT NOT NULL,
    matched_ms INTEGER,
    missed_ms INTEGER,
    refused_ms INTEGER,
    misses INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    PRIMARY KEY (rule, selector, path)
  ) STRICT`);

  function note(path: string, { rule, selector, found }: Finding, nowMs: number): void {
    const at = (finding: Finding['found']) => (found === finding ? nowMs : null);
    sql(
      `INSERT INTO rule_matches (rule, selector, path, matched_ms, missed_ms, refused_ms, misses, seen_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (rule, selector, path) DO UPDATE SET
         matched_ms = coalesce(excluded.matched_ms, matched_ms),
         missed_ms = coalesce(excluded.missed_ms, missed_ms),
         refused_ms = CASE WHEN excluded.refused_ms IS NULL THEN NULL ELSE excluded.refused_ms END,
         misses = CASE WHEN excluded.misses = 0 THEN 0 ELSE misses + 1 END,
         seen_ms = excluded.seen_ms`,
      rule,
      selector,
      path,
      at('matched'),
      at('missed'),
      at('refused'),
      found === 'missed' ? 1 : 0,
      nowMs,
    );
  }

  return {
    /** What a customer's page has found of the policy's selectors. */
    note(path: string, findings: readonly Finding[], nowMs: number): void {
      for (const finding of findings) note(path, finding, nowMs);
      sql(
        `DELETE FROM rule_matches WHERE rowid IN
         (SELECT rowid FROM rule_matches ORDER BY seen_ms DESC LIMIT -1 OFFSET ?)`,
        mostEntries,
      );
    },

    /** Only of selectors that are still in force: `isInForce` says which. */
    list(isInForce: (rule: string, selector: string) => boolean): DriftEntry[] {
      return sql(
        `SELECT rule, selector, path, matched_ms, missed_ms, refused_ms, misses FROM rule_matches
         WHERE refused_ms IS NOT NULL OR (matched_ms IS NOT NULL AND misses > 0)
         ORDER BY rule, selector, path`,
      )
        .map((row) => ({
          rule: String(row['rule']),
          selector: String(row['selector']),
          path: String(row['path']),
          state: row['refused_ms'] === null ? ('drifted' as const) : ('refused' as const),
          lastMatchedMs: row['matched_ms'] as number | null,
          lastMissedMs: row['missed_ms'] as number | null,
          misses: Number(row['misses']),
        }))
        .filter(({ rule, selector }) => isInForce(rule, selector));
    },
  };
}
