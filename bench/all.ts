// Every benchmark, in the order of the table.
import type { Benchmark } from './benchmark.ts';
import { bundleSize } from './bundleSize.bench.ts';
import { latency } from './latency.bench.ts';
import { memory } from './memory.bench.ts';
import { mutations } from './mutations.bench.ts';
import { snapshot } from './snapshot.bench.ts';
import { starting } from './starting.bench.ts';
import { viewer } from './viewer.bench.ts';

export const benchmarks: readonly Benchmark[] = [
  snapshot,
  starting,
  mutations,
  viewer,
  latency,
  memory,
  bundleSize,
];
