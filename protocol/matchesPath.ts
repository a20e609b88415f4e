// Whether a rule holds on a page, by its path. Pure, and in time that grows with the lengths alone, whatever a pattern looks like.
import type { PathMatcher } from './sitePolicy.ts';

/** True where there is no matcher, or any of them fits. A path and a pattern may be written with or without percent signs. */
export function matchesPath(paths: readonly PathMatcher[], path: string): boolean {
  if (paths.length === 0) return true;
  const spellings = new Set([path, decoded(path)]);
  return paths.some(({ test, value }) => {
    const wanted = new Set([value, decoded(value)]);
    return [...spellings].some((spelled) => [...wanted].some((one) => fits(test, spelled, one)));
  });
}

function fits(test: PathMatcher['test'], path: string, value: string): boolean {
  switch (test) {
    case 'contains':
      return path.includes(value);
    case 'starts':
      return path.startsWith(value);
    case 'ends':
      return path.endsWith(value);
    case 'equals':
      return path === value;
    case 'glob':
      return fitsGlob(path, value);
  }
}

/** `*`: any run of characters but slashes; `**`: any run at all; `?`: one character but a slash. */
function fitsGlob(path: string, glob: string): boolean {
  const parts = glob.match(/\*{2,}|[^]/g) ?? [];
  /** `ends[i]`: the pattern so far fits the first `i` characters. */
  let ends: boolean[] = Array.from({ length: path.length + 1 }, (_, at) => at === 0);
  for (const part of parts) {
    const next: boolean[] = [];
    for (let at = 0; at <= path.length; at++) {
      const before = path[at - 1];
      const goesOn = before !== undefined && (part.length > 1 || before !== '/');
      if (part[0] === '*') next.push(ends[at]! || (goesOn && next[at - 1]!));
      else next.push(at > 0 && ends[at - 1]! && (part === '?' ? before !== '/' : part === before));
    }
    ends = next;
  }
  return ends[path.length]!;
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    // Not written with percent signs.
    return text;
  }
}
