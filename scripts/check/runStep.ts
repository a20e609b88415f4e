// Runs one step with this Node, its output in plain sight; true when it passed.
import { spawnSync } from 'node:child_process';
import type { Step } from './steps.ts';

export function runStep({ name, args }: Step): boolean {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  const passed = status === 0;
  console.log(`${passed ? 'passed' : 'FAILED'}: ${name}`);
  return passed;
}
