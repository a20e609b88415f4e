// Write mode's performer, fetched when it is first needed: most sessions never are in write mode.
// Commands that come before it is there wait in order; without a live grant none waits, and losing the grant answers all that do.
import type { Command } from '../../protocol/command.ts';
import type { Control, ControlOptions } from '../control/createControl.ts';

export interface ControlOnDemand extends Control {
  /** Brings the performer, unless it is here or on its way. */
  fetch(): void;
}

export interface OnDemandOptions {
  readonly load: () => Promise<(options: ControlOptions) => Control>;
  readonly control: ControlOptions;
  /** Whether this tab has performed commands, on this page or an earlier one. */
  readonly remembers: () => boolean;
  /** It could not be brought. The next `fetch` tries again. */
  readonly onMissing: () => void;
}

export function createControlOnDemand(options: OnDemandOptions): ControlOnDemand {
  let performer: Control | null = null;
  let state: 'away' | 'coming' | 'stopped' = 'away';
  let waiting: Command[] = [];
  let recalled: number[] = [];

  async function bring(): Promise<void> {
    try {
      const create = await options.load();
      if (state === 'stopped') return;
      performer = create(options.control);
      performer.recall(recalled.splice(0));
      for (const command of waiting.splice(0)) performer.perform(command);
    } catch {
      // Not served, kept out by the page's policy, or of another version: the same answer to the agent and the customer.
      if (state === 'stopped') return;
      state = 'away';
      for (const number of recalled.splice(0))
        options.control.onOutcome({ number, result: 'unknown' });
      options.onMissing();
    }
  }

  function fetch(): void {
    if (state !== 'away') return;
    state = 'coming';
    void bring();
  }

  // What an earlier page has done, only the performer can tell.
  function refuse({ number }: Command): void {
    if (options.remembers()) return recall([number]);
    options.control.onOutcome({ number, result: 'noGrant' });
  }

  function recall(numbers: readonly number[]): void {
    if (performer) return performer.recall(numbers);
    recalled.push(...numbers);
    fetch();
  }

  return {
    fetch,
    recall,
    confirm: (allowed) => performer?.confirm(allowed),
    perform(command) {
      if (performer) return performer.perform(command);
      if (options.control.grant() === null) return refuse(command);
      waiting.push(command);
      fetch();
    },
    discard() {
      waiting.splice(0).forEach(refuse);
      performer?.discard();
    },
    stop() {
      state = 'stopped';
      waiting = [];
      recalled = [];
      performer?.stop();
    },
  };
}
