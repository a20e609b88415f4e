// The command line as it is used: a relay in one process, its agents looked after from another.
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../../../protocol/controlPlane.ts';
import { createLedger } from '../../../ledger/ledger.ts';
import { openData } from '../openData.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const secret = 'a secret of the test, thirty-two characters and more';

let folder = '';
let running: ChildProcessByStdio<null, Readable, Readable>[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
});

function launch(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ALONGSIDE_PORT: '0', ALONGSIDE_DATA: join(folder, 'relay.sqlite'), ...env },
  });
  running.push(child);
  return child;
}

async function run(args: readonly string[], env?: Record<string, string>) {
  const child = launch(args, env);
  const [out, err, [code]] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { out, err, code };
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}

/** A relay that has said where it listens. */
async function startRelay(env?: Record<string, string>) {
  const child = launch([], env);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === 2) break;
  }
  const origin = /http:\/\/[\d.:]+/.exec(lines[0] ?? '')?.[0] ?? '';
  return { child, lines, origin };
}

const signIn = (origin: string, token: string) =>
  fetch(`${origin}/api/agent`, { headers: { authorization: `Bearer ${token}` } });

test('the relay says where it listens and how an agent signs in; tokens are issued and revoked while it runs', async () => {
  const { lines, origin } = await startRelay({ ALONGSIDE_COMPANY: 'Acme' });
  expect(lines).toEqual([
    `Alongside relay on ${origin}, data in ${join(folder, 'relay.sqlite')}`,
    'To sign an agent in: npm start -- issue-token "Sam Carter"',
  ]);
  const issued = await run(['issue-token', 'Sam Carter']);
  expect(issued.code).toBe(0);
  const token = issued.out.trim();
  const answer = await signIn(origin, token);
  expect(await answer.json()).toEqual({ name: 'Sam Carter', company: 'Acme' });

  const listed = await run(['agents']);
  expect(listed.out).toMatch(/^[\w-]{22} {2}issued \d{4}-\d\d-\d\d {2}in force +Sam Carter\n$/);
  expect(listed.out).not.toContain(token);
  const id = listed.out.slice(0, 22);
  expect(issued.err).toContain(id);
  expect(await run(['revoke-token', id])).toMatchObject({ code: 0 });
  expect((await signIn(origin, token)).status).toBe(403);
  expect((await run(['agents'])).out).toContain('revoked');
  expect(await run(['revoke-token', id])).toMatchObject({ code: 1, out: '' });
});

test('agents of a relay elsewhere are looked after with its secret', async () => {
  const { origin } = await startRelay({ ALONGSIDE_SECRET: secret });
  const elsewhere = { ALONGSIDE_SECRET: secret, ALONGSIDE_DATA: join(folder, 'none.sqlite') };
  const issued = await run(['issue-token', 'Sam Carter', '--relay', origin], elsewhere);
  expect((await signIn(origin, issued.out.trim())).status).toBe(200);
  const listed = await run(['--relay', origin, 'agents'], elsewhere);
  expect(listed.out).toContain('Sam Carter');
  const id = listed.out.slice(0, 22);
  expect((await run(['revoke-token', id, '--relay', origin], elsewhere)).code).toBe(0);
  expect((await signIn(origin, issued.out.trim())).status).toBe(403);

  const wrong = { ...elsewhere, ALONGSIDE_SECRET: 'x'.repeat(40) };
  expect(await run(['agents', '--relay', origin], wrong)).toMatchObject({
    code: 1,
    err: `The relay at ${origin} has another secret.\n`,
  });
});

test('a signal lets it go in order, and the port is free again', async () => {
  const { child, origin } = await startRelay();
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  const port = new URL(origin).port;
  const again = await startRelay({ ALONGSIDE_PORT: port });
  expect(again.origin).toBe(origin);
  const third = await run([], { ALONGSIDE_PORT: port });
  expect(third.code).toBe(1);
  expect(third.err).toMatch(/^Port \d+ is taken\. .+\n$/);
});

test('[TRAIL-7] a session’s trail is printed and checked, here and elsewhere, also against a receipt', async () => {
  const { origin } = await startRelay({ ALONGSIDE_SECRET: secret });
  const issued = await run(['issue-token', 'Sam Carter'], { ALONGSIDE_SECRET: secret });
  const opened = await fetch(`${origin}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${issued.out.trim()}` },
  });
  const { session } = (await opened.json()) as { session: string };
  const printed = await run(['trail', session]);
  expect(printed.code).toBe(0);
  expect(printed.out).toMatch(
    /^ {4}1 {2}\d{4}-\S+Z {2}created {2}\{"agent":"Sam Carter"\}\nThe chain holds: 1 entries, up to 1:[\da-f]{64}\n$/,
  );
  const head = /1:[\da-f]{64}/.exec(printed.out)![0];
  const elsewhere = { ALONGSIDE_SECRET: secret, ALONGSIDE_DATA: join(folder, 'none.sqlite') };
  const remote = ['trail', session, '--relay', origin, '--head', head];
  expect((await run(remote, elsewhere)).out).toBe(printed.out);
  expect(await run(['trail', session, '--head', `2:${'0'.repeat(64)}`])).toMatchObject({
    code: 1,
    err: 'The trail is cut off before entry 2.\n',
  });
});

test('what is not understood is said in a sentence, and nothing is done', async () => {
  const help = await run(['--help']);
  expect(help.code).toBe(0);
  expect(help.out).toContain('issue-token "Sam Carter"');
  for (const args of [
    ['issue-token'],
    ['issue-token', ' '],
    ['issue-token', 'Sam', 'Carter'],
    ['tokens'],
    ['revoke-token'],
    ['trail'],
  ]) {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('npm start');
  }
  const port = await run([], { ALONGSIDE_PORT: 'eighty' });
  expect(port).toEqual({
    code: 1,
    out: '',
    err: 'ALONGSIDE_PORT is "eighty". Give a port number, such as 8787.\n',
  });
  const remote = await run(['agents', '--relay', 'http://127.0.0.1:1']);
  expect(remote.code).toBe(1);
  expect(remote.err).toContain('ALONGSIDE_SECRET');
});

test('[DRIFT-2] selectors that no longer find anything are listed, of the policy that holds', async () => {
  const data = openData(join(folder, 'relay.sqlite'));
  const { drift } = createLedger(data.sql);
  const found = (selector: string, how: Finding['found']): Finding[] => [
    { rule: 'Cards', selector, found: how },
  ];
  const atMs = Date.UTC(2026, 0, 31);
  for (const selector of ['#card', '#old']) {
    drift.note('/checkout', found(selector, 'matched'), atMs);
    drift.note('/checkout', found(selector, 'missed'), atMs + 1);
  }
  drift.note('/pay', found('#odd', 'refused'), atMs);
  data.close();
  const policy = join(folder, 'policy.json');
  await writeFile(policy, '{"rules":[{"name":"Cards","mask":["#card","#odd"]}]}');
  const listed = await run(['drift'], { ALONGSIDE_POLICY: policy });
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out.trim().split('\n')).toEqual([
    'Cards  /checkout  matched last on 2026-01-31, missed once since  #card',
    'Cards  /pay  refused by a browser  #odd',
  ]);
});

test('[POLICY-4] a policy that cannot be used is said in a sentence, and the relay does not start', async () => {
  const policy = join(folder, 'policy.json');
  await writeFile(policy, '{"rules":[{"name":"hunter2","mask":["["]}]}');
  for (const args of [[], ['drift']])
    expect(await run(args, { ALONGSIDE_POLICY: policy })).toEqual({
      code: 1,
      out: '',
      err: `The site policy ${policy} cannot be used. rules[0].mask[0] has a bracket that is not closed: ] is missing.\n`,
    });
});
