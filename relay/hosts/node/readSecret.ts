// The relay's secret: the one it was given, or one of its own, made at the first start and kept in the data file.
import { createSecret, generateSecret } from '../../admission/secret.ts';
import type { Secret } from '../../admission/secret.ts';
import type { Sql } from '../../ledger/sql.ts';

export async function readSecret(sql: Sql, given: string | undefined): Promise<Secret> {
  if (given !== undefined) return createSecret(given);
  sql('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  // Two processes may start on a fresh file at once: the first one's secret holds for both.
  sql(
    `INSERT INTO settings (name, value) VALUES ('secret', ?) ON CONFLICT DO NOTHING`,
    generateSecret(),
  );
  const [row] = sql(`SELECT value FROM settings WHERE name = 'secret'`);
  return createSecret(String(row?.['value']));
}
