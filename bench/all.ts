// Every benchmark, in the order of the table.
import type { Benchmark } from './benchmark.ts';
import { bundleSize } from './bundleSize.bench.ts';
import { latency } from './latency.bench.ts';
import { mutations } from './mutations.bench.ts';
import { snapshot } from './snapshot.bench.ts';

export const benchmarks: readonly Benchmark[] = [snapshot, mutations, latency, bundleSize];
