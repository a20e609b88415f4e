// The policy file: read at the start, watched afterwards, and never in the way of what goes on.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPolicyFile, PolicyFileProblem } from './policyFile.ts';
import type { PolicyFile } from './policyFile.ts';

let folder = '';
let opened: PolicyFile | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-'));
});
afterEach(async () => {
  opened?.close();
  await rm(folder, { recursive: true, force: true });
});

const withRule = (name: string) => JSON.stringify({ rules: [{ name, mask: ['#card'] }] });

test('[POLICY-4] a file that cannot be used is refused at the start, in a sentence that repeats nothing of it', async () => {
  const file = join(folder, 'policy.json');
  expect(() => openPolicyFile(file, () => {})).toThrow(PolicyFileProblem);
  await writeFile(
    file,
    JSON.stringify({ rules: [{ name: 'hunter2', path: { glob: 7 }, mask: ['a'] }] }),
  );
  expect(() => openPolicyFile(file, () => {})).toThrow(
    `The site policy ${file} cannot be used. rules[0].path.glob must be a text, and not empty.`,
  );
});

test('[POLICY-4] an edit holds at once, and a broken one leaves what was, said once', async () => {
  const file = join(folder, 'policy.json');
  await writeFile(file, `\uFEFF${withRule('One')}`);
  const said: string[] = [];
  const policy = openPolicyFile(file, (sentence) => said.push(sentence));
  opened = policy;
  const names: string[] = [];
  policy.watch(() => names.push(policy.current()[0]!.name));
  expect(policy.current()[0]!.name).toBe('One');
  await writeFile(file, withRule('Two'));
  await expect.poll(() => names, { timeout: 15_000 }).toEqual(['Two']);
  await writeFile(file, '{"rules": [{"name": "hunter2"}]}');
  await expect.poll(() => said.length, { timeout: 15_000 }).toBe(1);
  expect(said[0]).toContain('rules[0] does nothing');
  expect(said[0]).not.toContain('hunter2');
  expect(policy.current()[0]!.name).toBe('Two');
  await writeFile(file, '{"rules": [{"name": "hunter3"}]}');
  await writeFile(file, withRule('Four'));
  await expect.poll(() => names, { timeout: 15_000 }).toEqual(['Two', 'Four']);
  expect(said).toHaveLength(1);
});
