// What happened to the rules of one sheet since they were told last, in as few edits as it takes.

export interface LoggedEdit {
  at: number;
  removed: number;
  readonly texts: string[];
}

export interface RuleLog {
  /** Rules whose text has to be read again: the outermost ones, as they stand in the sheet. */
  readonly changed: Set<CSSRule>;
  readonly edits: readonly LoggedEdit[];
  inserted(at: number, text: string): void;
  deleted(at: number): void;
  /** Rules that are there beyond those that were told. */
  growth(): number;
  /** It would cost more to tell than the sheet. */
  isTooLong(): boolean;
}

const MOST_EDITS = 2000;
const LONGEST = 1 << 20;

export function createRuleLog(): RuleLog {
  const edits: LoggedEdit[] = [];
  let length = 0;
  let growth = 0;

  return {
    changed: new Set(),
    edits,
    inserted(at, text) {
      growth++;
      length += text.length;
      const last = edits.at(-1);
      const offset = last ? at - last.at : -1;
      if (last && offset >= 0 && offset <= last.texts.length) last.texts.splice(offset, 0, text);
      else edits.push({ at, removed: 0, texts: [text] });
    },
    deleted(at) {
      growth--;
      const last = edits.at(-1);
      const offset = last ? at - last.at : -2;
      if (last && offset >= 0 && offset < last.texts.length) last.texts.splice(offset, 1);
      else if (last && offset === last.texts.length) last.removed++;
      else if (last && offset === -1) {
        last.at--;
        last.removed++;
      } else edits.push({ at, removed: 1, texts: [] });
    },
    growth: () => growth,
    isTooLong: () => length > LONGEST || edits.length > MOST_EDITS,
  };
}
