// Commands on their way: each stays here until its outcome has come, so that after a break the same number can be asked about again.
// Pure but for what it holds; what is only looked at (hover, scroll) is let go when the line breaks.
import type { Command, CommandWaits, Outcome } from '../../protocol/command.ts';
import { limits } from '../../protocol/limits.ts';

export interface OpenCommand {
  readonly command: Command;
  /** Asked about again after a break: what came of it is worth a word. */
  readonly again: boolean;
  readonly waits: CommandWaits['for'] | null;
}

export interface OpenCommands {
  /** False when too many are on their way. */
  add(command: Command): boolean;
  /** The one that an outcome is about, which it takes away. */
  settle(outcome: Outcome): OpenCommand | null;
  wait(waits: CommandWaits): void;
  /** The line, or the page, broke off. */
  broken(): void;
  /** Those that have no outcome yet, in their order; they count as asked again from here on. */
  askAgain(): readonly Command[];
  /** The one whose turn has not come, if any. */
  waiting(): OpenCommand | null;
  /** What has to outlive a reload of the panel. */
  kept(): readonly Command[];
}

export const isLook = ({ action }: Command): boolean => /^(hover|scroll)$/.test(action.type);

export function createOpenCommands(kept: readonly Command[] = []): OpenCommands {
  const open = new Map<number, OpenCommand>();
  for (const command of kept) open.set(command.number, { command, again: false, waits: null });

  return {
    add(command) {
      if (open.size >= limits.openCommands) return false;
      open.set(command.number, { command, again: false, waits: null });
      return true;
    },
    settle({ number }) {
      const found = open.get(number) ?? null;
      open.delete(number);
      return found;
    },
    wait({ number, for: waits }) {
      const found = open.get(number);
      if (found) open.set(number, { ...found, waits });
    },
    broken() {
      for (const [number, one] of open)
        if (isLook(one.command)) open.delete(number);
        else open.set(number, { ...one, waits: null });
    },
    askAgain() {
      for (const [number, one] of open) open.set(number, { ...one, again: true });
      return [...open.values()].map(({ command }) => command);
    },
    waiting: () => [...open.values()].find(({ waits }) => waits !== null) ?? null,
    kept: () => [...open.values()].flatMap(({ command }) => (isLook(command) ? [] : [command])),
  };
}
