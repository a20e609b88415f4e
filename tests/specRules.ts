// Rule numbers, `[AREA-n]`: where docs/SPEC.md defines them, and which test titles carry them.
import { parseSync, Visitor } from 'vite';

const number = /\[[A-Z]+-\d+\]/g;

/** A rule is defined where its number opens a line, a list item or a table row; elsewhere it is only mentioned. */
export function definedRules(spec: string): string[] {
  return spec.split('\n').flatMap((line) => /^[\s\-*|#]*(\[[A-Z]+-\d+\])/.exec(line)?.[1] ?? []);
}

/** The rules that the titles of a file's tests carry. */
export function titledRules(path: string, source: string): string[] {
  const { program } = parseSync(path, source);
  const rules = new Set<string>();
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (!title || !isTestFunction(callee)) return;
      // Sliced from the source, so that templates and joined strings count as well.
      for (const rule of source.slice(title.start, title.end).match(number) ?? []) rules.add(rule);
    },
  }).visit(program);
  return [...rules];
}

/** `test`, `it`, and what hangs on them: `test.each(…)`, `it.for(…)`. A `describe` tests nothing by itself. */
function isTestFunction(callee: unknown): boolean {
  const node = callee as {
    type: string;
    name?: string;
    object?: unknown;
    callee?: unknown;
    tag?: unknown;
  };
  if (node.type === 'Identifier') return node.name === 'test' || node.name === 'it';
  const inner = node.object ?? node.callee ?? node.tag;
  return inner !== undefined && isTestFunction(inner);
}

export interface Gaps {
  readonly definedTwice: readonly string[];
  readonly untested: readonly string[];
  readonly undefined: readonly string[];
}

export function gapsBetween(defined: readonly string[], titled: readonly string[]): Gaps {
  const known = new Set(defined);
  const tested = new Set(titled);
  return {
    definedTwice: defined.filter((rule, index) => defined.indexOf(rule) !== index),
    untested: [...known].filter((rule) => !tested.has(rule)),
    undefined: [...tested].filter((rule) => !known.has(rule)),
  };
}
