// A page to be written on, and the hand of an agent without a panel: commands at places of the window, outcomes by number.
import type { Page } from 'puppeteer-core';
import type { Action, Outcome } from '../../protocol/command.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { GrantId } from '../../protocol/ids.ts';
import type { Served } from '../harness/serve.ts';
import type { Agent } from './stage.ts';

/** Everything at a fixed place; what is done to it is counted in `done`, which outlives a reload. */
export function writePage(path: string, relay: string): Served | undefined {
  if (!/^\/(other)?$/.test(path)) return undefined;
  const at = (left: number, top: number) =>
    `style="position:fixed;left:${left}px;top:${top}px;width:100px;height:40px;margin:0"`;
  return {
    body: `<!doctype html><html lang="en"><title>Write</title><script async src="${relay}/alongside.js"></script>
<body style="margin:0;height:2000px">
<button id="count" ${at(0, 0)}>Count</button>
<input id="text" ${at(150, 0)}>
<input id="secret" type="password" ${at(300, 0)} value="hunter2">
<button id="locked" data-alongside="lock" ${at(450, 0)}>Locked</button>
<div data-alongside="block" ${at(600, 0)}><button id="blocked" ${at(600, 0)}>Blocked</button></div>
<input id="file" type="file" ${at(750, 0)}>
<a id="away" href="https://elsewhere.example/" ${at(0, 100)}>away</a>
<a id="script" href="javascript:done('script')" ${at(150, 100)}>script</a>
<a id="data" href="data:text/html,x" ${at(300, 100)}>data</a>
<a id="next" href="/other" ${at(450, 100)}>next</a>
<div data-alongside="mask"><button id="masked" ${at(600, 100)}>Masked</button></div>
<form id="form"><input id="amount" ${at(0, 200)}><button id="pay" ${at(150, 200)}>Pay £49</button></form>
<script>
  window.done = (what) => localStorage.setItem(what, String(+localStorage.getItem(what) + 1));
  for (const button of document.querySelectorAll('button')) button.onclick = () => done(button.id);
  document.getElementById('form').onsubmit = (event) => { event.preventDefault(); done('submitted'); };
  document.getElementById('file').onclick = (event) => { event.preventDefault(); done('file'); };
</script>`,
  };
}

export const doneOf = (page: Page, what: string): Promise<number> =>
  page.evaluate((name) => Number(localStorage.getItem(name)), what);

/** The window is 1000 × 700. */
export const placeAt = (x: number, y: number) => ({ node: NO_NODE, x: x / 1000, y: y / 700 });

export const pressAt = (x: number, y: number): Extract<Action, { type: 'click' }> => ({
  type: 'click',
  place: placeAt(x, y),
  button: 0,
  count: 1,
  modifiers: 0,
});

export function send(agent: Agent, number: number, action: Action, grant = 1): void {
  agent.send({ kind: 'command', number, grant: grant as GrantId, action });
}

export async function outcomeOf(
  agent: Agent,
  number: number,
  from = 0,
): Promise<Outcome['result']> {
  return (await agent.hears('outcome', from, (one) => one.number === number)).result;
}

/** Sends it, and waits for what comes of it. */
export function tries(agent: Agent, number: number, action: Action, grant = 1) {
  const from = agent.received.length;
  send(agent, number, action, grant);
  return outcomeOf(agent, number, from);
}
