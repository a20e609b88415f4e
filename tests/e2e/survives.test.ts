// What a session survives: a reload, a walk through the site, a lost connection, the panel opened anew, the view moved to a tab.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press, see, seeText } from '../../demo/people.ts';
import type { Stage } from '../../demo/stage.ts';
import { allowControl, goToCheckout, openStage, seesInMirror, share } from './openStage.ts';

describe('a session survives', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await share(stage.panel, stage.shop);
  });
  afterAll(() => stage?.close());

  test('[PATH-4] a reload of the customer’s page, without being asked again', async () => {
    await stage.shop.reload();
    await see(stage.shop, 'Stop sharing', 'button');
    await stage.shop.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { id: 'reloaded' })),
    );
    await seesInMirror(stage.panel, (page) => page.querySelector('#reloaded'));
  });

  test('[PATH-4] a walk to another page of the site, control included', async () => {
    await allowControl(stage.panel, stage.shop);
    await goToCheckout(stage);
    await seesInMirror(stage.panel, (page) => page.querySelector('#country'));
    await see(stage.shop, 'Stop control', 'button');
    await see(stage.panel, 'Give back control', 'button');
    await press(stage.shop, 'Stop control');
  });

  test('[PATH-4] a connection that drops and comes back', async () => {
    const { shop, panel } = stage;
    const network = await shop.createCDPSession();
    await network.send('Network.enable');
    await shop.setOfflineMode(true);
    await shop.evaluate(() =>
      document.body.append(Object.assign(document.createElement('p'), { id: 'offline' })),
    );
    await shop.setOfflineMode(false);
    await seesInMirror(panel, (page) => page.querySelector('#offline'));
  });

  test('[PATH-4] the panel’s own reload', async () => {
    await stage.panel.reload();
    await seesInMirror(stage.panel, (page) => page.querySelector('#country'));
  });

  test('[PATH-4] the move to a full tab, which the side panel says and can take back', async () => {
    const before = new Set(stage.agent.targets());
    await press(stage.panel, 'Open in a tab');
    const target = await stage.agent.waitForTarget(
      (one) => !before.has(one) && one.url().endsWith('#tab'),
    );
    const tab = await target.asPage();
    await seesInMirror(tab, (page) => page.querySelector('#country'));
    await seeText(stage.panel, 'tab');
    expect(await stage.panel.$('iframe')).toBeNull();
    await tab.close();
  });
});
