// The ledger's tables. Every statement may run again on a data file that has them already.
import type { Sql } from './sql.ts';

const statements = [
  `CREATE TABLE IF NOT EXISTS agents (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    revoked_ms INTEGER
  ) STRICT`,
  `CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agents (id),
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    ended_ms INTEGER,
    reason TEXT
  ) STRICT`,
  `CREATE INDEX IF NOT EXISTS open_sessions ON sessions (agent) WHERE ended_ms IS NULL`,
  // Only a keyed hash: the data file alone does not tell which keys are waiting.
  `CREATE TABLE IF NOT EXISTS keys (
    hash TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id),
    expires_ms INTEGER NOT NULL,
    used_ms INTEGER
  ) STRICT`,
  `CREATE INDEX IF NOT EXISTS keys_of_session ON keys (session)`,
  // Budgets of wrong guesses, by hashed address.
  `CREATE TABLE IF NOT EXISTS guesses (
    source TEXT PRIMARY KEY,
    tokens REAL NOT NULL,
    at_ms INTEGER NOT NULL
  ) STRICT`,
];

export function createTables(sql: Sql): void {
  for (const statement of statements) sql(statement);
}
