// The stage of the snippet's browser tests: a relay with the built snippet, a site of a few pages, a real browser, and an
// agent who speaks the protocol without a panel. Everything is closed by `close`.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { SessionAnswer } from '../../protocol/api.ts';
import { decode, encode } from '../../protocol/frame.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { Message } from '../../protocol/frame.ts';
import type { Kind } from '../../protocol/kinds.ts';
import { DEFLATED } from '../../protocol/kinds.ts';
import { startRelay } from '../../relay/hosts/node/startRelay.ts';
import { buildSnippet } from '../../scripts/build/buildSnippet.ts';
import { launchChromium } from '../harness/chromium.ts';
import { servePages } from '../harness/serve.ts';
import type { Served } from '../harness/serve.ts';
import { requestAll } from '../../protocol/testing/control.ts';

export interface Stage {
  readonly relayOrigin: string;
  /** The relay's data file. */
  readonly data: string;
  readonly siteOrigin: string;
  readonly siteRequests: string[];
  readonly browser: Browser;
  /** A fresh page in a profile of its own, at `path` of the site, with the loader at work. */
  open(path: string): Promise<Page>;
  callAgent(): Promise<Agent>;
  /** Another site policy in the relay's file. */
  editPolicy(rules: readonly object[]): Promise<void>;
  /** The relay goes down and comes back at the same address, with what it has kept. */
  relayAway(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Agent {
  readonly securityKey: string;
  readonly received: Message[];
  send(message: Message): void;
  /** A frame that no honest side would write. */
  sendBytes(frame: Uint8Array<ArrayBuffer>): void;
  /** The first message of this kind after the first `from`, and of those the first that is `meant`. */
  hears<K extends Kind>(
    kind: K,
    from?: number,
    meant?: (message: Extract<Message, { kind: K }>) => boolean,
  ): Promise<Extract<Message, { kind: K }>>;
  /** Another connection of the same agent's. */
  again(): Promise<Agent>;
  leave(): void;
}

export async function setStage(
  pages: (path: string, relayOrigin: string) => Served | undefined,
  rules: readonly object[] = [],
  launch: () => Promise<Browser> = launchChromium,
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-snippet-'));
  await buildSnippet(folder);
  const policy = join(folder, 'policy.json');
  const editPolicy = (next: readonly object[]) =>
    writeFile(policy, JSON.stringify({ rules: next }));
  await editPolicy(rules);
  const options = { snippet: folder, company: 'Acme', data: join(folder, 'relay.sqlite'), policy };
  let relay = await startRelay(options);
  const relayOrigin = relay.origin;
  const site = await servePages((path) => pages(path, relayOrigin));
  const browser = await launch();
  const agentToken = await relay.issueAgentToken('Sam Carter');

  return {
    relayOrigin,
    data: options.data,
    siteOrigin: site.origin,
    siteRequests: site.requests,
    editPolicy,
    browser,
    async open(path) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1000, height: 700 });
      await page.goto(`${site.origin}${path}`);
      return page;
    },
    async callAgent() {
      const answer = await fetch(`${relayOrigin}/api/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${agentToken}` },
      });
      return connectAgent(relayOrigin, (await answer.json()) as SessionAnswer);
    },
    async relayAway(meanwhile) {
      await relay.close();
      await meanwhile();
      relay = await startRelay({ ...options, port: Number(new URL(relayOrigin).port) });
    },
    async close() {
      await browser.close();
      await site.close();
      await relay.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connectAgent(relayOrigin: string, answer: SessionAnswer): Promise<Agent> {
  const { session, token, securityKey } = answer;
  const address = `${relayOrigin.replace('http', 'ws')}/parties/session/${session}?token=${token}&v=${PROTOCOL_VERSION}`;
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }: MessageEvent) => {
    if (!(data instanceof ArrayBuffer)) return;
    received.push(messageIn(new Uint8Array(data)));
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return {
    securityKey,
    received,
    send: (message) => socket.send(encode(message)),
    sendBytes: (frame) => socket.send(frame),
    hears<K extends Kind>(
      kind: K,
      from = 0,
      meant: (message: Extract<Message, { kind: K }>) => boolean = () => true,
    ) {
      type Heard = Extract<Message, { kind: K }>;
      return new Promise<Heard>((resolve) => {
        const look = () => {
          const heard = received
            .slice(from)
            .find((message) => message.kind === kind && meant(message as Heard));
          if (!heard) return;
          waiting.delete(look);
          resolve(heard as Heard);
        };
        waiting.add(look);
        look();
      });
    },
    again: () => connectAgent(relayOrigin, answer),
    leave: () => socket.close(),
  };
}

function messageIn(frame: Uint8Array): Message {
  const first = frame[0]!;
  const rest = frame.subarray(1);
  const payload = first & DEFLATED ? inflateRawSync(rest) : rest;
  const decoded = decode(Uint8Array.from([first & ~DEFLATED, ...payload]));
  if (!decoded.ok) throw new Error(`the customer sent a frame that is ${decoded.problem}`);
  return decoded.message;
}

/** By accessible name, inside the closed shadow root too. */
export async function byName(page: Page, name: string, role = 'button'): Promise<ElementHandle> {
  const found = await page.waitForSelector(`aria/${name}[role="${role}"]`);
  return found!;
}

export async function press(page: Page, name: string): Promise<void> {
  const button = await byName(page, name);
  // *Allow* counts only once it has been seen for a while.
  if (/^(Allow|Only once|Press it)$/.test(name)) await armed(button);
  await button.click();
}

export async function armed(button: ElementHandle): Promise<void> {
  await button.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = () =>
          element.ariaDisabled === 'false' ? resolve() : requestAnimationFrame(look);
        look();
      }),
  );
}

/** Waits until the interface that `inside` belongs to says `text` somewhere visible. */
export async function says(inside: ElementHandle, text: string): Promise<void> {
  await inside.evaluate(
    (element, wanted) =>
      new Promise<void>((resolve) => {
        const root = element.getRootNode() as ShadowRoot;
        const isSaid = () =>
          [...root.querySelectorAll('p, h1, span')].some(
            (at) => at.checkVisibility() && at.textContent === wanted,
          );
        const look = () => (isSaid() ? resolve() : requestAnimationFrame(look));
        look();
      }),
    text,
  );
}

export function stateOf(page: Page): Promise<string> {
  return page.evaluate(() => (window as never as { Alongside: { state: string } }).Alongside.state);
}

export function stateIs(page: Page, state: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => (window as { Alongside?: { state: string } }).Alongside?.state === wanted,
    {},
    state,
  );
}

/** From the key to sharing. */
export async function share(stage: Stage, page: Page): Promise<Agent> {
  const agent = await stage.callAgent();
  await page.evaluate(
    (key) => (window as unknown as { Alongside: { join(key: string): void } }).Alongside.join(key),
    agent.securityKey,
  );
  await press(page, 'Allow');
  await agent.hears('snapshot');
  return agent;
}

export async function grantControl(agent: Agent, page: Page): Promise<void> {
  const from = agent.received.length;
  agent.send(requestAll);
  await press(page, 'Allow');
  await agent.hears('controlGranted', from);
}
