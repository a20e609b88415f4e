// An object's own storage, as the little of SQL that the relay speaks.
import type { Sql, SqlRow } from '../../ledger/sql.ts';

export const sqlOf =
  ({ sql }: DurableObjectStorage): Sql =>
  (statement, ...values) =>
    sql.exec(statement, ...values).toArray() as SqlRow[];
