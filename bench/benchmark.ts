// What a benchmark is: a name and a run that yields rows. A row states a figure of ours beside the peers' and the limit's, and its goal.

/** The middle of several runs, and the quarter and three-quarter marks around it: the spread. */
export interface Figure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** What ours is held against. A part of 0.1 means: at most a tenth of it. */
export type Goal =
  | { readonly of: 'rrweb' | 'limit'; readonly atMost: number }
  /** In the row's own unit. */
  | { readonly of: 'ours'; readonly atMost: number };

export interface Row {
  readonly what: string;
  /** Its name in the picture, where it has a place there. */
  readonly picture?: string;
  readonly unit: 'ms' | 'KB' | '×';
  readonly ours: Figure;
  readonly rrweb?: Figure;
  readonly openReplay?: Figure;
  /** What no recorder can be better than, measured in the same run. */
  readonly limit?: Figure;
  /** None for a figure that only gives another its meaning. */
  readonly goal?: Goal;
}

export interface Context {
  /** Progress, for a person who waits. Never part of the table. */
  say(line: string): void;
}

export interface Benchmark {
  readonly name: string;
  run(context: Context): Promise<Row[]>;
}
