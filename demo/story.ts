// The story of one session, as steps over a stage: Ana cannot get past the address form, and Sam helps her through it.
// Each step does what people do and waits for what people see; one that does not see it fails.
import { agentClicks, enterKey, pointInPanel, press, readKey, see, seeText } from './people.ts';
import { drawRing, scrollTo } from './storyHands.ts';
import type { Stage } from './stage.ts';
import {
  customerReads,
  customerSees,
  mirrorDots,
  mirrorField,
  mirrorSays,
  panelShows,
  pictureDots,
  wholeMirror,
} from './storySights.ts';

export interface Step {
  /** Names the step's pictures. */
  readonly id: string;
  readonly title: string;
  readonly run: (stage: Stage) => Promise<void>;
}

const card = {
  'card-name': 'Ana Ruiz',
  'card-number': '4242 4242 4242 4242',
  expiry: '12/39',
  cvc: '737',
};
/** As far ahead as people order, whatever day it is. */
const THREE_WEEKS_MS = 21 * 24 * 60 * 60 * 1000;

export const story: readonly Step[] = [
  {
    id: 'key',
    title: 'Sam starts a session and reads the security key to Ana',
    async run({ panel }) {
      await press(panel, 'Start with a security key');
      await readKey(panel);
      await seeText(panel, 'Waiting for the customer');
    },
  },
  {
    id: 'asked',
    title: 'Ana presses Get help, types the key and is asked; nothing is shared yet',
    async run({ panel, shop }) {
      await enterKey(shop, await readKey(panel));
      await see(shop, 'Share this page with Sam Okoro?', 'dialog');
      await seeText(panel, 'Asking to share');
      const shown = await wholeMirror(panel);
      if (shown.includes('Tansy')) throw new Error('The page was shared before Ana allowed it.');
    },
  },
  {
    id: 'shared',
    title: 'Ana allows it, and Sam sees the shop',
    async run({ panel, shop }) {
      await press(shop, 'Allow');
      await customerReads(shop, 'Sam Okoro sees this page');
      await mirrorSays(panel, 'Your account');
      await seeText(panel, 'Live');
    },
  },
  {
    id: 'pointers',
    title: 'Each sees where the other points',
    async run({ panel, shop }) {
      const { x, y } = await pointInPanel(panel, '#get-help');
      await panel.mouse.move(x, y);
      await customerSees(shop, "Sam's pointer", '.pointer', '#get-help');
      await shop.locator('[data-product="storm-lantern"]').hover();
      await panelShows(panel, "Ana's pointer", '.customer-pointer');
    },
  },
  {
    id: 'checkout',
    title: 'Ana puts a lantern in her basket and goes to the checkout; the session comes along',
    async run(stage) {
      const { panel, shop } = stage;
      await scrollTo(stage, '[data-product="storm-lantern"] .product-action');
      await press(shop, 'Add to basket: Storm lantern');
      await mirrorSays(panel, 'Storm lantern is in your basket');
      await shop.locator('.basket-link').click();
      await mirrorSays(panel, 'Your basket');
      await shop.locator('#to-checkout').click();
      await mirrorSays(panel, 'Where should it go?');
      await customerReads(shop, 'Sam Okoro sees this page');
      await seeText(panel, '/checkout.html');
      await seeText(panel, 'Live');
    },
  },
  {
    id: 'stuck',
    title: 'Ana fills in her address in Madrid, and the form refuses her postcode',
    async run(stage) {
      const { panel, shop } = stage;
      const typed = {
        name: 'Ana Ruiz',
        email: 'ana.ruiz@example.com',
        phone: '+34 910 555 017',
        street: 'Calle de Pelayo 41',
        city: 'Madrid',
        postcode: 'MD 28004',
        // The one form in which every locale's date field accepts it.
        'delivery-date': new Date(Date.now() + THREE_WEEKS_MS).toISOString().slice(0, 10),
      };
      for (const [id, value] of Object.entries(typed)) await shop.locator(`#${id}`).fill(value);
      await scrollTo(stage, '#to-delivery');
      await press(shop, 'Continue to delivery');
      await mirrorSays(panel, 'Enter a UK postcode');
      await mirrorField(panel, '#street', 'Calle de Pelayo 41');
      await mirrorField(panel, '#country', 'United Kingdom');
    },
  },
  {
    id: 'marks',
    title: 'Sam rings the problem, highlights the country and pins a comment',
    async run({ panel, shop }) {
      await press(panel, 'Highlight', 'radio');
      await agentClicks(panel, '#country');
      await customerSees(shop, "Sam's highlight", '.outline', '#country');

      await press(panel, 'Draw', 'radio');
      await drawRing(panel, '#postcode-problem');
      await customerSees(shop, "Sam's drawing", '.strokes path[stroke]', '#postcode-problem');

      await press(panel, 'Comment', 'radio');
      await agentClicks(panel, '#country');
      await (await see(panel, 'Comment text', 'textbox')).type('Choose Spain here');
      await press(panel, 'Pin comment');
      await customerSees(shop, "Sam's comment", '.note');
    },
  },
  {
    id: 'control-asked',
    title: 'Ana would rather have it done: Sam requests control, and she is asked',
    async run({ panel, shop }) {
      await press(panel, 'Request control');
      await see(shop, 'Let Sam Okoro use this page?', 'dialog');
    },
  },
  {
    id: 'control',
    title: 'Ana allows it',
    async run({ panel, shop }) {
      await press(shop, 'Allow');
      await customerReads(shop, 'Sam Okoro can use this page');
      await see(shop, 'Stop control', 'button');
      await seeText(panel, 'You have control');
    },
  },
  {
    id: 'helped',
    title: 'Sam picks Spain, and puts the postcode right',
    async run({ panel, shop }) {
      await agentClicks(panel, '#country');
      await panel.locator('.popup option[value="2"]').click();
      await shop.waitForFunction(() => document.querySelector('select')?.value === 'ES');
      await mirrorField(panel, '#country', 'Spain');

      await agentClicks(panel, '#postcode');
      await panel.keyboard.press('End');
      for (const _ of 'MD 28004') await panel.keyboard.press('Backspace');
      await panel.keyboard.type('28004');
      await mirrorField(panel, '#postcode', '28004');
      await shop.waitForFunction(() => {
        const problem = document.getElementById('postcode-problem');
        return problem !== null && problem.hidden;
      });
    },
  },
  {
    id: 'delivery',
    title: 'Sam goes on to the delivery, where Ana picks her time',
    async run(stage) {
      const { panel, shop } = stage;
      await agentClicks(panel, '#to-delivery');
      await mirrorSays(panel, 'How should it come?');
      const frame = await (await shop.waitForSelector('#delivery-slots'))!.contentFrame();
      if (!frame) throw new Error('The delivery times did not load.');
      await scrollTo(stage, '#delivery-slots');
      await frame.locator('label:has(#slot-10)').click();
      await frame.locator('#keep-slot').click();
      await mirrorSays(panel, '10 am to noon');
      await scrollTo(stage, '#to-payment');
      await press(shop, 'Continue to payment');
      await mirrorSays(panel, 'How would you like to pay?');
    },
  },
  {
    id: 'masked',
    title: 'Ana types her card; Sam sees dots',
    async run({ panel, shop }) {
      for (const [id, value] of Object.entries(card)) await shop.locator(`#${id}`).fill(value);
      await mirrorDots(panel, '#card-number');
      await mirrorDots(panel, '#cvc');
      const shown = await wholeMirror(panel);
      if (/4242/.test(shown)) throw new Error("Sam can see digits of Ana's card.");
    },
  },
  {
    id: 'looked',
    title: 'Ana looks at what Sam sees: her card is dots there, too',
    async run({ shop }) {
      await press(shop, 'What the agent sees');
      await see(shop, 'What Sam Okoro sees', 'dialog');
      await pictureDots(shop, '#card-number');
    },
  },
  {
    id: 'stopped',
    title: 'Ana takes control back; what Sam presses next does nothing',
    async run(stage) {
      const { panel, shop } = stage;
      await press(shop, 'Close');
      await press(shop, 'Stop control');
      await customerReads(shop, 'Sam Okoro sees this page');
      await seeText(panel, 'The customer took control back');
      await scrollTo(stage, '#to-review');
      await agentClicks(panel, '[data-step="payment"] [data-to="delivery"]');
      // Sent after the press on the same line: once it is here, the press has had its chance.
      await customerSees(shop, "Sam's pointer", '.pointer', '[data-step="payment"] [data-to]');
      const { hidden } = await shop.$eval('[data-step="payment"]', (step) => ({
        hidden: (step as HTMLElement).hidden,
      }));
      if (hidden) throw new Error('Sam could still press after Ana stopped it.');
    },
  },
  {
    id: 'ended',
    title: 'Sam ends the session, and both read who ended it',
    async run({ panel, shop }) {
      await press(panel, 'End session');
      await seeText(panel, 'You ended the session');
      await customerReads(shop, 'Sam Okoro ended sharing. Your call goes on.', ['Close', 'button']);
      const frames = await panel.$$(`iframe[title="Customer's page"]`);
      if (frames.length > 0) throw new Error('Something of the page is left in the panel.');
    },
  },
];
