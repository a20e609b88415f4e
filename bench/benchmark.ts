// What a benchmark is: a name and a run that yields rows. A row states a figure and, where there is one, its goal.
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** The most it may be; null for a figure that only gives another its meaning, a peer's for instance. */
  readonly atMost: number | null;
}

export interface Context {
  /** Progress, for a person who waits. Never part of the table. */
  say(line: string): void;
}

export interface Benchmark {
  readonly name: string;
  run(context: Context): Promise<Row[]>;
}
