// The relay's lasting memory: agents, sessions with their starts, ends and reasons, and the keys that pair them.
// One piece of SQL for both hosts. Holds no token, no key in clear and nothing of a page.
import type { EndReason } from '../../protocol/endReasons.ts';
import type { SessionId } from '../../protocol/ids.ts';
import type { Bucket } from '../room/tokenBucket.ts';
import { createDrift } from './drift.ts';
import { createTables } from './schema.ts';
import type { Sql } from './sql.ts';

export interface AgentEntry {
  readonly id: string;
  readonly name: string;
  readonly createdMs: number;
  readonly revokedMs: number | null;
}

export interface SessionEntry {
  readonly id: SessionId;
  readonly agent: string;
  readonly createdMs: number;
  readonly startedMs: number | null;
  readonly endedMs: number | null;
  readonly reason: EndReason | null;
}

export type KeyUse =
  | { readonly type: 'used'; readonly session: SessionId }
  | { readonly type: 'keyUnknown' | 'keyUsed' | 'keyExpired' };

/** How long a used or expired key is still told apart from one that never was. */
const keyMemoryMs = 60 * 60_000;

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(sql: Sql) {
  createTables(sql);

  const one = (
    statement: string,
    ...values: Parameters<Sql> extends [string, ...infer V] ? V : never
  ) => sql(statement, ...values)[0] ?? null;

  const agentColumns = 'id, name, created_ms AS createdMs, revoked_ms AS revokedMs';
  const sessionColumns =
    'id, agent, created_ms AS createdMs, started_ms AS startedMs, ended_ms AS endedMs, reason';

  return {
    drift: createDrift(sql),
    addAgent(id: string, name: string, nowMs: number): void {
      sql('INSERT INTO agents (id, name, created_ms) VALUES (?, ?, ?)', id, name, nowMs);
    },
    agent(id: string): AgentEntry | null {
      return one(`SELECT ${agentColumns} FROM agents WHERE id = ?`, id) as AgentEntry | null;
    },
    agents(): AgentEntry[] {
      return sql(
        `SELECT ${agentColumns} FROM agents ORDER BY created_ms, id`,
      ) as unknown as AgentEntry[];
    },
    /** False when there is no such agent, or none that is not revoked already. */
    revokeAgent(id: string, nowMs: number): boolean {
      return (
        one(
          'UPDATE agents SET revoked_ms = ? WHERE id = ? AND revoked_ms IS NULL RETURNING id',
          nowMs,
          id,
        ) !== null
      );
    },

    createSession(id: SessionId, agent: string, nowMs: number): void {
      sql('INSERT INTO sessions (id, agent, created_ms) VALUES (?, ?, ?)', id, agent, nowMs);
    },
    session(id: string): SessionEntry | null {
      return one(
        `SELECT ${sessionColumns} FROM sessions WHERE id = ?`,
        id,
      ) as unknown as SessionEntry | null;
    },
    openSessionsOf(agent: string, createdSinceMs: number): number {
      const row = one(
        `SELECT count(*) AS count FROM sessions
         WHERE agent = ? AND ended_ms IS NULL AND created_ms > ?`,
        agent,
        createdSinceMs,
      );
      return Number(row?.['count']);
    },
    sessionStarted(id: SessionId, nowMs: number): void {
      sql('UPDATE sessions SET started_ms = ? WHERE id = ? AND started_ms IS NULL', nowMs, id);
    },
    sessionEnded(id: SessionId, reason: EndReason, nowMs: number): void {
      sql(
        'UPDATE sessions SET ended_ms = ?, reason = ? WHERE id = ? AND ended_ms IS NULL',
        nowMs,
        reason,
        id,
      );
      // A key to a session that is over opens nothing.
      sql('UPDATE keys SET expires_ms = min(expires_ms, ?) WHERE session = ?', nowMs, id);
    },

    /** False when such a key is still remembered: the caller draws another. */
    addKey(hash: string, session: SessionId, expiresMs: number, nowMs: number): boolean {
      sql('DELETE FROM keys WHERE expires_ms <= ?', nowMs - keyMemoryMs);
      return (
        one(
          'INSERT INTO keys (hash, session, expires_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING hash',
          hash,
          session,
          expiresMs,
        ) !== null
      );
    },
    /** One statement decides who gets it: of two at the same time, one alone. */
    useKey(hash: string, nowMs: number): KeyUse {
      const taken = one(
        'UPDATE keys SET used_ms = ? WHERE hash = ? AND used_ms IS NULL AND expires_ms > ? RETURNING session',
        nowMs,
        hash,
        nowMs,
      );
      const known = one('SELECT used_ms FROM keys WHERE hash = ?', hash);
      if (taken) return { type: 'used', session: taken['session'] as SessionId };
      if (known === null) return { type: 'keyUnknown' };
      return { type: known['used_ms'] === null ? 'keyExpired' : 'keyUsed' };
    },

    guessBudget(source: string): Bucket | null {
      return one(
        'SELECT tokens, at_ms AS atMs FROM guesses WHERE source = ?',
        source,
      ) as Bucket | null;
    },
    saveGuessBudget(source: string, bucket: Bucket, forgetBeforeMs: number): void {
      sql('DELETE FROM guesses WHERE at_ms < ?', forgetBeforeMs);
      sql(
        `INSERT INTO guesses (source, tokens, at_ms) VALUES (?, ?, ?)
         ON CONFLICT (source) DO UPDATE SET tokens = excluded.tokens, at_ms = excluded.at_ms`,
        source,
        bucket.tokens,
        bucket.atMs,
      );
    },
  };
}
