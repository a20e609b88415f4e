// The site policy as a file that may be edited while the relay runs. What cannot be read is said once, without a word of its content, and
// the last policy that could goes on.
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { parseSitePolicy, problemSentence } from '../../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../../protocol/sitePolicy.ts';

/** A policy that the relay does not start with: what is wrong, in words for whoever wrote it. */
export class PolicyFileProblem extends Error {}

export interface PolicyFile {
  current(): SitePolicy;
  watch(onChange: () => void): void;
  close(): void;
}

const LOOK_EVERY_MS = 1000;

/** `say`: told of an edit that cannot be used. */
export function openPolicyFile(file: string, say: (sentence: string) => void): PolicyFile {
  let policy = read(file);
  let written = JSON.stringify(policy);
  let said = '';

  function look(): boolean {
    try {
      const next = read(file);
      said = '';
      const text = JSON.stringify(next);
      if (text === written) return false;
      policy = next;
      written = text;
      return true;
    } catch (error) {
      const sentence = `${(error as Error).message} The policy from before goes on.`;
      if (sentence !== said) say((said = sentence));
      return false;
    }
  }

  return {
    current: () => policy,
    watch(onChange) {
      watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, () => {
        if (look()) onChange();
      });
    },
    close: () => unwatchFile(file),
  };
}

function read(file: string): SitePolicy {
  const parsed = parseSitePolicy(textOf(file));
  if (parsed.ok) return parsed.policy;
  const sentences = parsed.problems.slice(0, 5).map(problemSentence);
  throw new PolicyFileProblem(`The site policy ${file} cannot be used. ${sentences.join(' ')}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    // Not there, a folder, or not ours to read: the same to whoever named it.
    throw new PolicyFileProblem(`The site policy ${file} cannot be read. Check ALONGSIDE_POLICY.`);
  }
}
