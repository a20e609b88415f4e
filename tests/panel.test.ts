// The panel in its true place: the built extension's side panel in Chromium, a real relay, and a customer who speaks the protocol.
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startRelay } from '../relay/hosts/node/startRelay.ts';
import type { Relay } from '../relay/hosts/node/startRelay.ts';
import { joinAsCustomer } from '../extension/testing/fakeCustomer.ts';
import type { FakeCustomer } from '../extension/testing/fakeCustomer.ts';
import { PANEL_PATH, startPanelBrowser } from '../extension/testing/panelBrowser.ts';
import type { PanelBrowser } from '../extension/testing/panelBrowser.ts';
import { shopPage } from '../extension/testing/shopPage.ts';
import { grantAll } from '../protocol/testing/control.ts';

let relay: Relay;
let browser: PanelBrowser;
let token: string;
let customers: FakeCustomer[] = [];

beforeAll(async () => {
  relay = await startRelay({ company: 'Fern & Field' });
  token = await relay.issueAgentToken('Sam Carter');
  browser = await startPanelBrowser();
});
afterEach(() => {
  for (const customer of customers) customer.leave();
  customers = [];
});
afterAll(async () => {
  await browser?.close();
  await relay?.close();
});

const named = (name: string, role = 'button') => `::-p-aria([name="${name}"][role="${role}"])`;
const press = async (panel: Page, name: string) =>
  (await panel.waitForSelector(named(name)))!.click();
const says = (panel: Page, words: string) =>
  panel.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
const signedIn = () => ({ relay: relay.origin, token });
const fits = (panel: Page) =>
  panel.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );

async function startSession(panel: Page): Promise<string> {
  await press(panel, 'Start with a security key');
  const key = await panel.waitForSelector('output.key');
  return key!.evaluate((output) => output.textContent ?? '');
}

async function shareWith(panel: Page): Promise<FakeCustomer> {
  const customer = await joinAsCustomer(relay.origin, await startSession(panel));
  customers.push(customer);
  await says(panel, 'Asking to share');
  customer.send({ kind: 'viewGranted' });
  customer.send({ kind: 'tab', state: 'visible' });
  customer.show(shopPage);
  await says(panel, 'Live');
  return customer;
}

/** The middle of an element of the customer's page, in the panel's pixels. */
function middleOf(panel: Page, id: string): Promise<{ x: number; y: number }> {
  return panel.evaluate((name) => {
    const frame = document.querySelector('iframe')!;
    const outer = frame.getBoundingClientRect();
    const scale = outer.width / frame.clientWidth;
    const inner = frame.contentDocument!.getElementById(name)!.getBoundingClientRect();
    return {
      x: outer.x + (inner.x + inner.width / 2) * scale,
      y: outer.y + (inner.y + inner.height / 2) * scale,
    };
  }, id);
}

test('[AGENT-8] signing in: a wrong token and a relay that is down are told apart, then it works', async () => {
  const panel = await browser.openPanel();
  await panel.type('input[type=url]', 'http://127.0.0.1:9');
  await panel.type('input[type=password]', 'wrong');
  await press(panel, 'Sign in');
  await says(panel, 'The relay does not answer.');

  const write = async (selector: string, text: string) => {
    await panel.click(selector, { count: 3 });
    await panel.type(selector, text);
  };
  await write('input[type=url]', relay.origin);
  await press(panel, 'Sign in');
  await says(panel, 'The relay does not know this token.');

  await write('input[type=password]', token);
  await press(panel, 'Sign in');
  await says(panel, 'Help a customer');
  await says(panel, 'Sam Carter · Fern & Field');
  expect(await panel.evaluate(() => chrome.storage.local.get())).toEqual(signedIn());
});

test('[PANEL-2] from the key to the end, under the public names', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  await panel.waitForSelector('iframe[title="Customer\'s page"]');
  await says(panel, 'shop.example/checkout');
  for (const tool of ['Point', 'Highlight', 'Draw', 'Comment', 'Control']) {
    await panel.waitForSelector(named(tool, 'radio'));
  }
  await panel.waitForSelector(named('Open in a tab'));

  await panel.keyboard.press('2');
  const basket = await middleOf(panel, 'total');
  await panel.mouse.click(basket.x, basket.y);
  expect((await customer.take('highlight')).node).toBe(customer.ids.get('total'));

  await panel.keyboard.press('4');
  const title = await middleOf(panel, 'title');
  await panel.mouse.click(title.x, title.y);
  await panel.waitForSelector('form.composer textarea');
  await panel.keyboard.type('Start here');
  await panel.keyboard.press('Enter');
  expect(await customer.take('comment')).toMatchObject({
    text: 'Start here',
    at: { node: customer.ids.get('title') },
  });

  await press(panel, 'End session');
  expect((await customer.take('ended')).reason).toBe('endedByAgent');
  await says(panel, 'You ended the session');
  await panel.waitForSelector(named('Start with a security key'));
  expect(await panel.$('iframe')).toBeNull();
  expect(await panel.evaluate(() => chrome.storage.session.get())).toEqual({});
});

test('[PANEL-3] control: asked for, granted, used, refused, revoked', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  const control = (await panel.waitForSelector(named('Control', 'radio')))!;
  const stateOf = (name: string) => control.evaluate((tool, of) => tool.getAttribute(of), name);
  expect(await stateOf('aria-disabled')).toBe('true');
  expect(await stateOf('aria-description')).toBe('Request control first');

  await press(panel, 'Request control');
  await customer.take('controlRequested');
  customer.send(grantAll(1));
  await panel.waitForSelector(named('Give back control'));
  expect(await stateOf('aria-checked')).toBe('true');

  const street = await middleOf(panel, 'street');
  await panel.mouse.click(street.x, street.y);
  await panel.keyboard.type('5');
  const commands = [];
  do commands.push(await customer.take('command'));
  while (commands.at(-1)!.action.type !== 'text');
  expect(commands.at(-1)).toMatchObject({ grant: 1, action: { text: '5' } });
  // Typed into the customer's page, the digit chose no tool: that takes Alt ([PANEL-4]).
  expect(await stateOf('aria-checked')).toBe('true');
  await panel.keyboard.down('Alt');
  await panel.keyboard.press('1');
  await panel.keyboard.up('Alt');
  expect(await stateOf('aria-checked')).toBe('false');

  customer.send({ kind: 'outcome', number: commands.at(-1)!.number, result: 'locked' });
  await says(panel, 'The site leaves this to the customer.');
  customer.send({ kind: 'controlRevoked', reason: 'customer' });
  await panel.waitForSelector(named('Request control'));
  await says(panel, 'The customer took control back.');
});

test('[AGENT-11] what is not granted is refused on the spot, and asked for there; waiting for the customer says so', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  await press(panel, 'What to ask for');
  await panel.click('.kinds label:nth-of-type(1) input');
  await press(panel, 'Request control');
  expect((await customer.take('controlRequested')).kinds).toEqual(['fill', 'navigate']);
  customer.send({ ...grantAll(1), kinds: ['fill', 'navigate'] });
  await says(panel, 'You can fill in fields and go to pages on the customer’s page now.');
  const title = await middleOf(panel, 'title');
  await panel.mouse.click(title.x, title.y);
  const spot = (await panel.waitForSelector('.spot'))!;
  const { x, y, width } = (await spot.boundingBox())!;
  expect([x < title.x, x + width > title.x]).toEqual([true, true]);
  expect(y).toBeGreaterThan(title.y);
  await press(panel, 'Ask for it');
  expect((await customer.take('controlRequested')).kinds).toEqual(['click']);
  customer.send(grantAll(2));
  await says(panel, 'You can use the customer’s page now.');
  // What is granted stands above the page, and has moved it.
  const now = await middleOf(panel, 'title');
  await panel.mouse.click(now.x, now.y);
  let command = await customer.take('command');
  while (command.action.type !== 'click') command = await customer.take('command');
  customer.send({ kind: 'commandWaits', number: command.number, for: 'answer' });
  await says(panel, 'Waiting for the customer: they are asked about this.');
  customer.send({ kind: 'outcome', number: command.number, result: 'declined' });
  await says(panel, 'The customer said no to this.');
});

test('a list of the customer’s page is chosen from in the panel', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  await press(panel, 'Request control');
  await customer.take('controlRequested');
  customer.send(grantAll(1));
  await panel.waitForSelector(named('Give back control'));
  const country = await middleOf(panel, 'country');
  await panel.mouse.click(country.x, country.y);
  await panel.waitForSelector('.popup select');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  for (;;) {
    const { action } = await customer.take('command');
    if (action.type !== 'select') continue;
    expect(action).toEqual({ type: 'select', node: customer.ids.get('country'), indexes: [1] });
    break;
  }
  expect(await panel.$('.popup')).toBeNull();
});

test('[AGENT-6] paused: nothing of the page is left in the panel', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  customer.send({ kind: 'tab', state: 'paused' });
  await says(panel, 'Paused by the customer');
  const shown = await panel.$eval(
    'iframe',
    (frame) => frame.contentDocument?.body?.textContent ?? '',
  );
  expect(shown).not.toContain('Garden Lane');
  customer.send({ kind: 'tab', state: 'visible' });
  customer.show(shopPage);
  await says(panel, 'Live');
});

test('[AGENT-4] opened in a tab the session goes on there, survives a reload, and comes back', async () => {
  const panel = await browser.openPanel(signedIn());
  const customer = await shareWith(panel);
  await press(panel, 'Open in a tab');
  const tab = await browser.nextTab(`${PANEL_PATH}#tab`);
  await customer.take('resync');
  customer.show(shopPage);
  await says(tab, 'Live');
  await says(panel, 'The session is open in a tab');

  await tab.reload();
  await customer.take('resync');
  customer.show(shopPage);
  await says(tab, 'Live');

  await press(panel, 'Bring it back here');
  await customer.take('resync');
  customer.show(shopPage);
  await says(panel, 'Live');
  await says(tab, 'The session is open in a side panel');
  expect(await tab.$('iframe')).toBeNull();
  await tab.close();
});

test('[PANEL-5] the session is kept in memory, and the sign-in survives signing out but for the token', async () => {
  const panel = await browser.openPanel(signedIn());
  await startSession(panel);
  const stored = await panel.evaluate(async () => ({
    local: Object.keys(await chrome.storage.local.get()),
    session: Object.keys(await chrome.storage.session.get()),
  }));
  expect(stored.local.toSorted()).toEqual(['relay', 'token']);
  expect(stored.session).toEqual(['session']);
  await press(panel, 'End session');
  await says(panel, 'You ended the session');

  const options = await browser.openPage('extension/options/options.html');
  await press(options, 'Sign out');
  await says(panel, 'Your support lead gives you the address and the token.');
  expect(await panel.evaluate(() => chrome.storage.local.get())).toEqual({ relay: relay.origin });
  await options.close();
});

test('[PANEL-8] the page is fitted, enlarged and moved, and every tool still hits what is under it', async () => {
  await browser.openPanel(signedIn());
  const panel = await browser.openPage(`${PANEL_PATH}?sized`);
  await panel.setViewport({ width: 480, height: 760 });
  await says(panel, 'Help a customer');
  const customer = await shareWith(panel);
  const scale = () =>
    panel.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      return frame.getBoundingClientRect().width / frame.clientWidth;
    });
  /** Scrolled to the middle of the pane, as far as there is something to scroll. */
  const bring = async (id: string) => {
    const at = await middleOf(panel, id);
    await panel.$eval(
      '.pane',
      (pane, x, y) => {
        const box = pane.getBoundingClientRect();
        pane.scrollBy(x - box.x - box.width / 2, y - box.y - box.height / 2);
      },
      at.x,
      at.y,
    );
    return middleOf(panel, id);
  };
  const highlights = async (id: string) => {
    const at = await bring(id);
    await panel.mouse.click(at.x, at.y);
    expect((await customer.take('highlight')).node).toBe(customer.ids.get(id));
    await panel.mouse.click(at.x, at.y);
    await customer.take('highlight');
  };
  const scrolled = () =>
    panel.$eval('.pane', ({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
  const fitted = await scale();
  expect(fitted).toBeLessThan(0.4);
  await panel.keyboard.press('2');
  await highlights('title');

  await press(panel, 'Actual size');
  expect(await scale()).toBe(1);
  await highlights('title');
  await panel.keyboard.press('+');
  expect(await scale()).toBe(1.25);
  await panel.keyboard.press('-');
  await panel.keyboard.press('-');
  expect(await scale()).toBe(0.9);

  // With Control the wheel changes the size, and what is under the pointer stays there.
  const before = await bring('street');
  await panel.mouse.move(before.x, before.y);
  await panel.keyboard.down('Control');
  await panel.mouse.wheel({ deltaY: -100 });
  await panel.keyboard.up('Control');
  await expect.poll(scale).toBeGreaterThan(1);
  const after = await middleOf(panel, 'street');
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(3);
  await highlights('street');

  // Dragged with Space, and with the middle button; neither is a press on the page.
  const drag = async (button: 'left' | 'middle') => {
    const [left, top] = await scrolled();
    await panel.mouse.move(240, 400);
    await panel.mouse.down({ button });
    await panel.mouse.move(200, 370, { steps: 4 });
    await panel.mouse.up({ button });
    const [nowLeft, nowTop] = await scrolled();
    expect([nowLeft! - left!, nowTop! - top!].map(Math.round)).toEqual([40, 30]);
  };
  await panel.evaluate(() => document.querySelector('.pane')!.scrollTo(100, 50));
  const told = customer.received.filter(({ kind }) => kind === 'highlight').length;
  await panel.keyboard.down('Space');
  await drag('left');
  await panel.keyboard.up('Space');
  await drag('middle');
  expect(customer.received.filter(({ kind }) => kind === 'highlight').length).toBe(told);

  // By keyboard alone.
  await panel.focus('.pane');
  const [, top] = await scrolled();
  await panel.keyboard.press('ArrowUp');
  await expect.poll(async () => (await scrolled())[1]).toBeLessThan(top!);
  // It glides there, and what is measured has to rest: looks closer to each other than two frames are alike while it glides.
  await panel.$eval('.pane', async (pane) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let rested = 0, was = NaN; rested < 20; rested = pane.scrollTop === was ? rested + 1 : 0) {
      was = pane.scrollTop;
      await frame();
    }
  });

  // A comment's pin is where it was pressed.
  await panel.keyboard.press('4');
  const basket = await bring('street');
  await panel.mouse.click(basket.x, basket.y);
  await panel.waitForSelector('.composer');
  const pin = await panel.$eval('.marks .pin', (mark) => {
    const { left, bottom } = mark.getBoundingClientRect();
    return [left, bottom];
  });
  // What is to be written takes room, and may move the page with its pin.
  const pressed = await middleOf(panel, 'street');
  expect(Math.hypot(pin[0]! - pressed.x, pin[1]! - pressed.y)).toBeLessThan(4);
  await panel.keyboard.press('Escape');

  // In write mode the keys are the page's, and with Alt the panel's; a list opens at its field.
  await press(panel, 'Request control');
  await customer.take('controlRequested');
  customer.send(grantAll(1));
  await panel.waitForSelector(named('Give back control'));
  const street = await bring('street');
  await panel.mouse.click(street.x, street.y);
  const drawn = await scale();
  await panel.keyboard.type('+');
  expect(await scale()).toBe(drawn);
  await panel.keyboard.down('Alt');
  await panel.keyboard.press('Digit0');
  await panel.keyboard.up('Alt');
  await expect.poll(scale).toBe(fitted);
  await press(panel, 'Zoom in');
  await press(panel, 'Zoom in');
  const country = await bring('country');
  await panel.mouse.click(country.x, country.y);
  const list = await panel.waitForSelector('.popup');
  const box = (await list!.boundingBox())!;
  expect(Math.abs(box.y - country.y)).toBeLessThan(260);

  // Remembered.
  const chosen = await scale();
  await panel.reload();
  await customer.take('resync');
  customer.show(shopPage);
  await panel.waitForSelector('.zoom');
  await expect.poll(scale).toBe(chosen);
  await press(panel, 'Fit to panel');
  await panel.close();
});

test('[PANEL-7] nothing is cut off sideways from 320 px on', async () => {
  await browser.openPanel(signedIn());
  const panel = await browser.openPage(`${PANEL_PATH}?sized`);
  const widths = [320, 420, 480, 1440];
  const expectFits = async (screen: string) => {
    for (const width of widths) {
      await panel.setViewport({ width, height: 760 });
      expect(await fits(panel), `${screen} at ${width} px`).toBe(true);
    }
  };
  await says(panel, 'Help a customer');
  await expectFits('start');
  const customer = await shareWith(panel);
  await expectFits('live');
  await press(panel, 'Request control');
  await customer.take('controlRequested');
  await expectFits('requested');
  customer.send(grantAll(1));
  await panel.waitForSelector(named('Give back control'));
  await expectFits('write');
  await press(panel, 'End session');
  await says(panel, 'You ended the session');
  await expectFits('ended');
  await panel.close();
});
