// The little of SQL that both hosts offer: node:sqlite and a Durable Object's storage. Synchronous on both.
export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Runs one statement with positional values and returns its rows. */
export type Sql = (statement: string, ...values: readonly SqlValue[]) => SqlRow[];
