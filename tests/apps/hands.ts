// What both can do who do a job (interface): the steps, each with a pair of eyes and hands of its own.
import type { Step } from './step.ts';

export interface Hands {
  press(name: string, how: Omit<Extract<Step, { press: string }>, 'press'>): Promise<void>;
  keys(keys: readonly string[]): Promise<void>;
  write(text: string): Promise<void>;
  choose(options: readonly string[], from: string): Promise<void>;
  set(value: string, on: string): Promise<void>;
  hover(name: string): Promise<void>;
  drag(from: string, onto: string): Promise<void>;
  see(words: string): Promise<void>;
}
