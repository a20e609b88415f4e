// The middle of several runs: one slow run on a busy machine does not move it.
import { quantile } from './figure.ts';

export const median = (values: readonly number[]): number => quantile(values, 0.5);
