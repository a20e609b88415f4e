// What speaks against a selector before a browser has seen it. Only what closes all that it opens may be joined to others in one query:
// otherwise it would swallow them. Whether a browser takes it is found out on the page.
import { limits } from './limits.ts';

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** In words that go on from its place in the file; null when nothing does. */
export function selectorProblem(selector: string): string | null {
  if (selector.trim() === '') return 'is empty';
  if (selector.length > limits.selectorLength)
    return `is longer than ${limits.selectorLength} characters`;
  const open: string[] = [];
  for (let at = 0; at < selector.length; at++) {
    const letter = selector[at]!;
    if (letter === '\\') {
      if (at + 1 === selector.length) return 'ends in a backslash';
      at++;
    } else if (letter === '"' || letter === "'") {
      const end = endOfString(selector, at);
      if (end < 0) return 'has a quote that is not closed';
      at = end;
    } else if (/[{}@;<&]|\/\*/.test(selector.slice(at, at + (letter === '/' ? 2 : 1))))
      return `has a ${letter} in it, which no selector has`;
    else if (pairs[letter]) open.push(pairs[letter]);
    else if ((letter === ')' || letter === ']') && open.pop() !== letter)
      return `has a ${letter} that closes nothing`;
    else if (selector.startsWith('::', at))
      return 'names a part of an element, such as ::before. Name the element itself';
    else if (/^:(scope|host)/i.test(selector.slice(at))) return 'may not use :scope or :host';
  }
  return open.length > 0 ? `has a bracket that is not closed: ${open.at(-1)} is missing` : null;
}

/** Where the string that begins at `from` is closed; -1 where it is not, or goes over the end of a line. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '\n') return -1;
    else if (text[at] === text[from]) return at;
  }
  return -1;
}
