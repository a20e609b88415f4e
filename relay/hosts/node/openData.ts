// The relay's one data file. Several processes may have it open: the relay, and the command line beside it.
import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Sql, SqlRow } from '../../ledger/sql.ts';

export interface Data {
  readonly sql: Sql;
  close(): void;
}

/** `:memory:` for a relay that forgets everything when it stops. */
export function openData(file: string): Data {
  const fresh = file !== ':memory:' && !existsSync(file);
  const database = new DatabaseSync(file, { timeout: 5000 });
  // It holds the relay's secret: nobody but its owner reads it.
  if (fresh) chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec('PRAGMA foreign_keys = ON');

  const statements = new Map<string, StatementSync>();
  return {
    sql(statement, ...values) {
      let prepared = statements.get(statement);
      if (!prepared) {
        prepared = database.prepare(statement);
        statements.set(statement, prepared);
      }
      return prepared.all(...values) as SqlRow[];
    },
    close: () => database.close(),
  };
}
