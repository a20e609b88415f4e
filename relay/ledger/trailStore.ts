// Where trails are kept: each session's entries as a chain, and the chain's head beside them. One piece of SQL for both hosts, and for a room's own
// storage as well as for the ledger. Entries are added and read, never changed.
import type { SessionId } from '../../protocol/ids.ts';
import { firstHead } from '../../protocol/trail.ts';
import type { Head, Link } from '../../protocol/trail.ts';
import type { Sql } from './sql.ts';

const statements = [
  `CREATE TABLE IF NOT EXISTS entries (
    session TEXT NOT NULL,
    position INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    number INTEGER,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (session, position)
  ) STRICT, WITHOUT ROWID`,
  // Of its own: what is cut off the end of a trail shows here.
  `CREATE TABLE IF NOT EXISTS heads (
    session TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

export type TrailStore = ReturnType<typeof createTrailStore>;

export function createTrailStore(sql: Sql) {
  for (const statement of statements) sql(statement);

  function recordedHead(session: SessionId): Head | null {
    const [row] = sql('SELECT position, hash FROM heads WHERE session = ?', session);
    return row ? (row as unknown as Head) : null;
  }

  return {
    /** Null where nothing was ever added. */
    recordedHead,
    /** What the next entry follows. */
    head: (session: SessionId): Head => recordedHead(session) ?? firstHead(session),
    /** The highest of the customer's own numbers; 0 where there is none. */
    told(session: SessionId): number {
      const [row] = sql('SELECT max(number) AS told FROM entries WHERE session = ?', session);
      return Number(row?.['told'] ?? 0);
    },
    /** What is there already stays as it is: the same entries may be handed on twice. */
    add(session: SessionId, links: readonly Link[]): void {
      for (const { position, atMs, number, kind, detail, hash } of links)
        sql(
          `INSERT INTO entries (session, position, at_ms, number, kind, detail, hash)
           VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          session,
          position,
          atMs,
          number,
          kind,
          detail,
          hash,
        );
      const last = links.at(-1);
      if (last)
        sql(
          `INSERT INTO heads (session, position, hash) VALUES (?, ?, ?)
           ON CONFLICT (session) DO UPDATE SET position = excluded.position, hash = excluded.hash
           WHERE excluded.position > heads.position`,
          session,
          last.position,
          last.hash,
        );
    },
    links: (session: string, after = 0): Link[] =>
      sql(
        `SELECT position, at_ms AS atMs, number, kind, detail, hash FROM entries
         WHERE session = ? AND position > ? ORDER BY position`,
        session,
        after,
      ) as unknown as Link[],
  };
}
