// A customer's side that lies to the agent's: frames again, out of order, cut short, twisted or without end. The viewer never throws, asks for a
// fresh snapshot, and shows the page after it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../harness/chromium.ts';
import type { PageServer } from '../harness/serve.ts';
import type { Lab } from './lab.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

declare const lab: Lab;

let server: PageServer;
beforeAll(async () => {
  server = await serveLab();
});
afterAll(() => server?.close());
const { open } = useLab(launchChromium, () => server);

/** What is done to the frames of a true session: each is handed on as it is told. */
const lies = ['again', 'backwards', 'cut short', 'twisted', 'without end'] as const;

test.each(lies)(
  '[ATTACK-5] frames %s: the viewer lives on, and shows the page once it is told anew',
  async (lie) => {
    const page = await open('/many');
    const found = await page.evaluate(async (how) => {
      const { document } = lab.customer;
      for (let count = 0; count < 8; count++) {
        document.body.append(
          Object.assign(document.createElement('p'), { textContent: `p${count}` }),
        );
        lab.flush();
      }
      const told = [...lab.live.frames];
      // Behind the kind and a sequence below 128.
      const ops = told.map((frame) => frame.slice(2));
      let next = 1000;
      const give = (bytes: Uint8Array<ArrayBuffer>, sequence = next++) =>
        lab.live.viewer.apply({ kind: 'batch', sequence, ops: bytes });
      let thrown = 0;
      const attempt = (work: () => void) => {
        try {
          work();
        } catch {
          thrown++;
        }
      };
      for (const [at, bytes] of (how === 'backwards' ? ops.toReversed() : ops).entries()) {
        const copy = Uint8Array.from(bytes);
        // As the very next one, so that what is in it is looked at.
        const sequence = lab.live.frames.length + at + 1;
        if (how === 'again' || how === 'backwards') attempt(() => give(copy, sequence));
        if (how === 'cut short')
          for (const part of [0, 0.3, 0.9])
            attempt(() => give(copy.slice(0, Math.floor(copy.length * part)), sequence));
        if (how === 'twisted')
          for (let turn = 0; turn < 20; turn++) {
            const twisted = Uint8Array.from(copy);
            for (let flip = 0; flip < 3; flip++)
              twisted[(turn * 131 + flip * 71) % twisted.length]! ^= 1 << ((turn + flip) % 8);
            attempt(() => give(twisted, sequence));
          }
        if (how === 'without end') for (let turn = 0; turn < 500; turn++) attempt(() => give(copy));
      }
      lab.live.mirror.snapshot();
      const { live, late } = await lab.compare();
      const ran = 'ran' in top!;
      return { thrown, ran, alike: JSON.stringify(live) === JSON.stringify(late) };
    }, lie);
    expect(found).toEqual({ thrown: 0, ran: false, alike: true });
  },
);
