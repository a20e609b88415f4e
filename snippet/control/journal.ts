// What came of the last commands, by number, so that none is performed twice. Of what acts on the page, the tab keeps it from page
// to page: numbers and results, nothing of the commands themselves. Reading trusts nothing.
import { refusals } from '../../protocol/command.ts';
import type { Outcome } from '../../protocol/command.ts';
import { limits } from '../../protocol/limits.ts';

export interface JournalStore {
  read(): string | null;
  write(text: string): void;
}

export interface Journal {
  /** What came of it; null when it was never begun. Begun, and never ended, is `unknown`; so is what is too long ago. */
  find(number: number): Outcome['result'] | null;
  /** Before it is performed. `kept`: for the next page, too. */
  begin(number: number, kept: boolean): void;
  end(number: number, result: Outcome['result'], kept: boolean): void;
}

const results: readonly Outcome['result'][] = ['performed', ...refusals];

export function createJournal(store: JournalStore): Journal {
  const known = new Map<number, { readonly result: Outcome['result']; readonly kept: boolean }>();
  let last = 0;
  for (const [number, result] of readKept(store)) {
    known.set(number, { result: results[result] ?? 'unknown', kept: true });
    last = Math.max(last, number);
  }

  function note(number: number, result: Outcome['result'], kept: boolean): void {
    known.set(number, { result, kept });
    last = Math.max(last, number);
    if (known.size > limits.openCommands) known.delete(known.keys().next().value!);
    if (!kept) return;
    const lines = [...known].flatMap(([at, one]) =>
      one.kept ? [[at, results.indexOf(one.result)]] : [],
    );
    store.write(JSON.stringify(lines));
  }

  return {
    find: (number) => known.get(number)?.result ?? (number <= last ? 'unknown' : null),
    begin: (number, kept) => note(number, 'unknown', kept),
    end: note,
  };
}

function readKept(store: JournalStore): [number, number][] {
  try {
    const lines = JSON.parse(store.read() ?? '[]') as [number, number][];
    return lines.filter((line) => line.length === 2 && line.every(Number.isSafeInteger));
  } catch {
    return [];
  }
}
