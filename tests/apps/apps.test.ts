// Proof on real applications: the same job is done by a person at the page and by an agent at the panel, and comes to the same.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press } from '../../demo/people.ts';
import type { Stage } from '../../demo/stage.ts';
import { openStage } from '../e2e/openStage.ts';
import { launchFirefox } from '../harness/firefox.ts';
import type { PageServer } from '../harness/serve.ts';
import { apps } from './all.ts';
import type { App } from './app.ts';
import { beginControl, openRoots } from './beginControl.ts';
import { describeMain } from './describeMain.ts';
import type { Hands } from './hands.ts';
import { handsOfAgent } from './handsOfAgent.ts';
import { handsOfPerson } from './handsOfPerson.ts';
import { play } from './play.ts';
import { serveApps } from './serveApps.ts';

/** What the application's and the recorder's scripts put on the page for the test alone. */
declare global {
  interface Window {
    appState(): unknown;
    appHeard(): string[];
    appForget(): void;
  }
}

let stage: Stage;
let site: PageServer;
beforeAll(async () => {
  stage = await openStage();
  site = await serveApps(apps, stage.relay.origin);
});
afterAll(async () => {
  await stage?.close();
  await site?.close();
});

/** What has come of a job: the application's state, what can be seen of it, and what it heard on the way. */
interface Outcome {
  readonly state: unknown;
  readonly seen: readonly string[];
  readonly heard: readonly string[];
}

/** The application as it is for somebody who comes for the first time. */
async function open(page: Page, { name }: App): Promise<void> {
  await page.goto(`${site.origin}/${name}/`);
  await page.evaluate(() => window.appForget());
}

async function doJob(page: Page, app: App, hands: Hands): Promise<Outcome> {
  await play(app.job, hands);
  const [state, heard] = await page.evaluate(() => {
    // For who comes next.
    const found = [window.appState(), window.appHeard()] as const;
    localStorage.clear();
    return found;
  });
  const seen = (await page.evaluate(`(${describeMain})(document)`)) as string[];
  return { state, seen, heard };
}

/** Only who has control is shown the address to be changed. */
async function seesPage(panel: Page, { name }: App): Promise<void> {
  await panel.waitForFunction(
    (end) =>
      document.querySelector<HTMLInputElement>('[aria-label="Address"]')?.value.endsWith(end),
    {},
    `/${name}/`,
  );
}

/** The stage's own customer, and one in Firefox. */
const customers = [
  { name: 'Chromium', come: () => Promise.resolve(stage.customer) },
  { name: 'Firefox', come: () => launchFirefox() },
];

/** What came of each job where a person did it. */
const byHand = new Map<string, Outcome>();

describe.each(customers)('with a customer in $name', ({ name: of, come }) => {
  const isByHand = ({ byHandIn }: App) => byHandIn === undefined || byHandIn === of;
  let browser: Browser;
  let customer: Page;

  beforeAll(async () => {
    browser = await come();
    customer = await browser.newPage();
    await customer.setViewport({ width: 1200, height: 700 });
    await openRoots(customer);
  });
  afterAll(() => browser?.close());

  describe('a person', () => {
    test.each(apps.filter(isByHand))(`[APPS-1] ${of}: does the job on $name`, async (app) => {
      await open(customer, app);
      const outcome = await doJob(customer, app, handsOfPerson(customer));
      byHand.set(`${of} ${app.name}`, outcome);
      expect(outcome.heard.length).toBeGreaterThan(app.job.length);
    });
  });

  describe('an agent', () => {
    beforeAll(() => beginControl(stage.panel, customer));
    afterAll(() => press(stage.panel, 'End session'));

    test.each(apps)(`[APPS-1] ${of}: comes to the same on $name`, async (app) => {
      const { panel } = stage;
      await open(customer, app);
      await seesPage(panel, app);
      const agent = await doJob(customer, app, handsOfAgent(panel));
      const person = byHand.get(`${app.byHandIn ?? of} ${app.name}`);
      // Another browser's events have their own ways.
      const { heard } = isByHand(app) ? agent : { ...person };
      expect({ ...agent, heard }).toEqual(person);
    });
  });
});
