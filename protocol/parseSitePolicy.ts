// From the JSON that a support lead writes to a site policy. Everything that is wrong is told with its place; nothing is guessed, and one
// problem is enough for none of it to hold.
import { createEncoder, toUint8Array } from 'lib0/encoding';
import { limits } from './limits.ts';
import { selectorProblem } from './selectorProblem.ts';
import { capabilities, COMMITS, pathTests, selectorLists, sitePolicy } from './sitePolicy.ts';
import type { Capability, PathMatcher, PolicyRule, SitePolicy } from './sitePolicy.ts';

/** `path`: as in JavaScript, `rules[2].path.glob`; empty for the document. `says`: goes on from there, and holds nothing that is not ours. */
export interface PolicyProblem {
  readonly path: string;
  readonly says: string;
}

export type ParsedPolicy =
  | { readonly ok: true; readonly policy: SitePolicy }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

type Tell = (path: string, says: string) => void;
type Fields = Readonly<Record<string, unknown>>;

/** `document`: the file's text, or what it stands for. */
export function parseSitePolicy(document: unknown): ParsedPolicy {
  const problems: PolicyProblem[] = [];
  const tell: Tell = (path, says) => problems.push({ path, says });
  const policy = readPolicy(
    typeof document === 'string' ? readText(document, tell) : document,
    tell,
  );
  if (problems.length === 0 && bytesOf(policy) > limits.policyBytes)
    tell('', `is too large: at most ${limits.policyBytes / 1024} KiB`);
  return problems.length === 0 ? { ok: true, policy } : { ok: false, problems };
}

export const problemSentence = ({ path, says }: PolicyProblem): string =>
  `${path || 'The document'} ${says}.`;

/** Stands for what could not be read at all. */
const unread = Symbol('unread');

function readText(text: string, tell: Tell): unknown {
  try {
    return JSON.parse(text);
  } catch {
    tell('', 'is not JSON');
    return unread;
  }
}

function readPolicy(document: unknown, tell: Tell): SitePolicy {
  if (document === unread) return [];
  const fields = fieldsOf(document, '', ['rules'], tell);
  if (!fields) return [];
  const rules = itemsOf(fields['rules'], 'rules', limits.policyRules, tell);
  const read = rules.map((rule, index) => readRule(rule, `rules[${index}]`, tell));
  const names = new Set<string>();
  for (const [index, { name }] of read.entries()) {
    if (name && names.has(name)) tell(`rules[${index}].name`, 'is another rule’s name already');
    names.add(name);
  }
  return read;
}

const ruleFields = ['name', 'path', ...selectorLists, 'maskByDefault', 'pause', 'deny'];

function readRule(rule: unknown, at: string, tell: Tell): PolicyRule {
  const found = fieldsOf(rule, at, ruleFields, tell);
  const fields = found ?? { name: 'unread', mask: [] };
  const selectors = (name: (typeof selectorLists)[number]) =>
    readSelectors(fields[name], `${at}.${name}`, tell, name === 'confirm');
  const read: PolicyRule = {
    name: readLine(fields['name'], `${at}.name`, limits.nameLength, tell),
    paths: readPaths(fields['path'], `${at}.path`, tell),
    mask: selectors('mask'),
    unmask: selectors('unmask'),
    block: selectors('block'),
    lock: selectors('lock'),
    confirm: selectors('confirm'),
    maskByDefault: readFlag(fields['maskByDefault'], `${at}.maskByDefault`, tell),
    pause:
      fields['pause'] === undefined
        ? ''
        : readLine(fields['pause'], `${at}.pause`, limits.pauseLength, tell),
    deny: readDenied(fields['deny'], `${at}.deny`, tell),
  };
  if (Object.keys(fields).every((name) => name === 'name' || name === 'path'))
    tell(at, 'does nothing: give it mask, block, lock, maskByDefault, pause, deny or confirm');
  return read;
}

function readSelectors(value: unknown, at: string, tell: Tell, mayCommit: boolean): string[] {
  if (value === undefined) return [];
  return itemsOf(value, at, limits.ruleSelectors, tell).flatMap((selector, index) => {
    const place = `${at}[${index}]`;
    if (typeof selector !== 'string') {
      tell(place, 'must be a selector, in quotes');
      return [];
    }
    const problem = mayCommit && selector === COMMITS ? null : selectorProblem(selector);
    if (problem) tell(place, problem);
    return [selector];
  });
}

function readPaths(value: unknown, at: string, tell: Tell): PathMatcher[] {
  if (value === undefined) return [];
  const fields = fieldsOf(value, at, pathTests, tell);
  if (!fields) return [];
  const matchers = pathTests.flatMap((test) => {
    const given = fields[test];
    if (given === undefined) return [];
    const place = `${at}.${test}`;
    const values = Array.isArray(given) ? (given as unknown[]) : [given];
    return values.map((one, index) => ({
      test,
      value: readLine(
        one,
        Array.isArray(given) ? `${place}[${index}]` : place,
        limits.policyPathLength,
        tell,
      ),
    }));
  });
  // An empty list would hold everywhere, which nobody means who wrote a path.
  if (matchers.length === 0) tell(at, `must have one of ${pathTests.join(', ')}`);
  if (matchers.length > limits.rulePaths) tell(at, `has more than ${limits.rulePaths} paths`);
  return matchers;
}

function readDenied(value: unknown, at: string, tell: Tell): Capability[] {
  if (value === undefined) return [];
  const denied = new Set<Capability>();
  itemsOf(value, at, capabilities.length + 1, tell).forEach((one, index) => {
    if (one === 'control')
      for (const part of ['click', 'fill', 'navigate'] as const) denied.add(part);
    else if (capabilities.includes(one as Capability)) denied.add(one as Capability);
    else tell(`${at}[${index}]`, `must be one of control, ${capabilities.join(', ')}`);
  });
  return [...denied];
}

function readLine(value: unknown, at: string, most: number, tell: Tell): string {
  if (typeof value !== 'string' || value.trim() === '') tell(at, 'must be a text, and not empty');
  else if (value.length > most) tell(at, `is longer than ${most} characters`);
  else return value;
  return '';
}

function readFlag(value: unknown, at: string, tell: Tell): boolean {
  if (value === undefined || typeof value === 'boolean') return value === true;
  tell(at, 'must be true or false');
  return false;
}

function itemsOf(value: unknown, at: string, most: number, tell: Tell): readonly unknown[] {
  if (!Array.isArray(value)) tell(at, 'must be a list');
  else if (value.length > most) tell(at, `has more than ${most} entries`);
  else return value;
  return [];
}

function fieldsOf(value: unknown, at: string, known: readonly string[], tell: Tell): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell(at, 'must be an object');
    return null;
  }
  // A name that we do not know was meant to do something.
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    const place = at ? `${at}.` : '';
    tell(
      /^\w{1,40}$/.test(name) ? place + name : at,
      `is not known here: known are ${known.join(', ')}`,
    );
  }
  return value as Fields;
}

function bytesOf(policy: SitePolicy): number {
  const encoder = createEncoder();
  sitePolicy.write(encoder, policy);
  return toUint8Array(encoder).length;
}
