// Opens the browsers for a person to play both parts, and stays until they are closed or the person ends it.
import type { Browser } from 'puppeteer-core';
import { AGENT } from '../../demo/stage.ts';
import type { Stage } from '../../demo/stage.ts';
import { placeWindows } from './placeWindows.ts';

export async function show(open: () => Promise<Stage>): Promise<number> {
  const ended = untilSignal();
  const stage = await open();
  const closed = Promise.all([untilClosed(stage.agent), untilClosed(stage.customer)]);
  await placeWindows(stage);
  console.log(`
A relay, a shop and a CRM run on this machine, and two browsers are open: the agent's
with the CRM and the side panel, signed in as ${AGENT}, and the customer's with the shop.

  1. In the side panel beside the CRM, press “Start with a security key”.
  2. In the shop, press “Get help”, type the key, and press “Allow”.
  3. In the side panel, point, draw, comment, or request control. In the shop, stop it whenever you like.

Close both browsers or press Ctrl+C to end it. Nothing is kept.`);
  await Promise.race([ended, closed]);
  await stage.close();
  return 0;
}

const untilClosed = (browser: Browser) =>
  new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
  });

const untilSignal = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    process.once('SIGHUP', () => resolve());
  });
