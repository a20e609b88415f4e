// Does a job step by step. What goes wrong says at which step.
import type { Hands } from './hands.ts';
import type { Step } from './step.ts';

export async function play(job: readonly Step[], hands: Hands): Promise<void> {
  for (const [at, step] of job.entries()) {
    try {
      await take(step, hands);
    } catch (error) {
      throw new Error(`step ${at + 1} of ${job.length}, ${JSON.stringify(step)}: ${error}`, {
        cause: error,
      });
    }
  }
}

async function take(step: Step, hands: Hands): Promise<void> {
  if ('press' in step) return hands.press(step.press, step);
  if ('type' in step) {
    if (step.into) await hands.press(step.into, {});
    return hands.write(step.type);
  }
  if ('keys' in step) return hands.keys(step.keys);
  if ('choose' in step) return hands.choose(step.choose, step.from);
  if ('set' in step) return hands.set(step.set, step.on);
  if ('hover' in step) return hands.hover(step.hover);
  if ('drag' in step) return hands.drag(step.drag, step.onto);
  return hands.see(step.see);
}
