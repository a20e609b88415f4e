// The conformance suite on the Durable Objects host: the shipped configuration, served by a workerd of the test's own.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { createSecret } from '../../admission/secret.ts';
import { snippetFiles } from '../../conformance/http.ts';
import { conformance } from '../../conformance/suite.ts';
import { hastyTimes, targetSettings } from '../../conformance/target.ts';
import type { Target, Targets } from '../../conformance/target.ts';

let targets: Targets;
let root = '';
const processes: ChildProcess[] = [];

const { default: workerd } = createRequire(import.meta.url)('workerd') as { default: string };
const here = fileURLToPath(new URL('.', import.meta.url));

/** The folders that the configuration expects, beside a copy of it. */
async function layOut(): Promise<void> {
  root = await mkdtemp(join(tmpdir(), 'alongside-'));
  const config = join(root, 'relay/hosts/cloudflare');
  await mkdir(config, { recursive: true });
  await copyFile(join(here, 'workerd.capnp'), join(config, 'workerd.capnp'));
  await mkdir(join(root, 'dist/snippet'), { recursive: true });
  for (const [name, content] of Object.entries(snippetFiles)) {
    await writeFile(join(root, 'dist/snippet', name), content);
  }
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: true,
      target: 'es2024',
      outDir: join(root, 'dist/relay'),
      emptyOutDir: false,
      rolldownOptions: {
        input: { worker: join(here, 'worker.ts') },
        external: [/^cloudflare:/, /^node:/],
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  });
}

async function start(name: keyof Targets, times: object): Promise<Target> {
  const { company, origins, policy } = targetSettings[name];
  const secret = `${name} `.repeat(10);
  const data = join(root, `data-${name}`);
  await mkdir(data);
  const child = spawn(
    workerd,
    [
      'serve',
      '--experimental',
      '--socket-addr=http=127.0.0.1:0',
      '--control-fd=3',
      `--directory-path=data=${data}`,
      `--directory-path=snippet=${join(root, 'dist/snippet')}`,
      join(root, 'relay/hosts/cloudflare/workerd.capnp'),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      env: {
        ALONGSIDE_SECRET: secret,
        ALONGSIDE_COMPANY: company,
        ALONGSIDE_ADDRESS_HEADER: 'x-forwarded-for',
        ALONGSIDE_TIMES: JSON.stringify(times),
        ...(policy && { ALONGSIDE_POLICY: policy }),
        ...(origins && { ALONGSIDE_ORIGINS: origins.join(',') }),
      },
    },
  );
  processes.push(child);
  const origin = `http://127.0.0.1:${await portOf(child)}`;
  const administrator = await (await createSecret(secret)).hash('administrator', '');
  return {
    origin,
    secret,
    async issueAgentToken(agentName) {
      const answer = await fetch(`${origin}/api/agents`, {
        method: 'POST',
        headers: { authorization: `Bearer ${administrator}` },
        body: JSON.stringify({ name: agentName }),
      });
      if (answer.status !== 201) throw new Error(`POST /api/agents: ${answer.status}`);
      return ((await answer.json()) as { token: string }).token;
    },
    // Its short lives run out by themselves.
    letTimePass: () => {},
  };
}

/** workerd tells the port on its control descriptor, a line of JSON per event. */
async function portOf(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdio[3] as Readable })) {
    const event = JSON.parse(line) as { event: string; port?: number };
    if (event.event === 'listen' && event.port) return event.port;
  }
  throw new Error('workerd stopped before it listened');
}

beforeAll(async () => {
  await layOut();
  targets = { usual: await start('usual', {}), hasty: await start('hasty', hastyTimes) };
}, 60_000);

afterAll(async () => {
  for (const child of processes) {
    if (child.exitCode !== null) continue;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
  await rm(root, { recursive: true, force: true });
});

conformance(() => targets);
