// How far the agent's screen is behind the customer's page, over loopback, beyond what any WebSocket costs: on a page at
// rest, and on the demo's shop, which is never at rest and heavier to paint.
import { buildExtension } from '../scripts/build/buildExtension.ts';
import { buildSnippet } from '../scripts/build/buildSnippet.ts';
import { bareEchoMs } from './bareEcho.ts';
import type { Benchmark, Context, Figure, Row } from './benchmark.ts';
import { changeToScreen } from './changeToScreen.ts';
import { figure, quantile } from './figure.ts';
import { median } from './median.ts';
import { startSharedSession } from './sharedSession.ts';

const runs = 2;
const changesPerRun = 60;
const frameMs = 17;
const lateMs = 50;
const unit = 'ms' as const;

/** A page that never rests: every 16 ms two hundred texts and styles, and fifty nodes that come and go. */
const storm = `<h1>Latency</h1><div id="storm"></div><script>
  const storm = document.querySelector('#storm'); let turn = 0;
  for (let n = 0; n < 200; n++) storm.append(Object.assign(document.createElement('p'), { textContent: n }));
  setInterval(() => { turn++;
    for (let n = 0; n < 200; n++) { const at = storm.children[n]; at.firstChild.data = n * turn; at.style.opacity = (n + turn) % 10 / 10; }
    while (storm.children.length > 200) storm.lastChild.remove();
    for (let n = 0; n < 50; n++) storm.append(Object.assign(document.createElement('b'), { textContent: turn }));
  }, 16);
</script>`;

export const latency: Benchmark = {
  name: 'latency',
  async run(context) {
    await buildSnippet();
    await buildExtension('chrome');
    return [
      ...(await measure(context, 'page at rest', '<h1>Latency</h1>')),
      ...(await measure(context, 'mutation storm', storm)),
      ...(await measure(context, 'the shop', null)),
    ];
  },
};

async function measure({ say }: Context, where: string, html: string | null): Promise<Row[]> {
  const { customer, panel, close } = await startSharedSession(html);
  try {
    const echo: number[] = [];
    const applied: number[] = [];
    const painted: number[] = [];
    const all: number[] = [];
    for (let run = 1; run <= runs; run++) {
      say(`${where}: run ${run} of ${runs}, ${changesPerRun} changes`);
      // Beside each run, not once before: a busy machine slows both.
      echo.push(await bareEchoMs(customer, changesPerRun));
      const { appliedMs, paintedMs } = await changeToScreen(customer, panel, changesPerRun);
      applied.push(median(appliedMs));
      painted.push(median(paintedMs));
      all.push(...paintedMs);
    }
    const row = (what: string, ours: Figure): Row => ({ what: `${where}: ${what}`, unit, ours });
    const limit = figure(echo);
    return [
      { ...row('change → viewer’s document', figure(applied)), limit },
      {
        ...row('change → agent’s screen beyond the echo', figure(painted, median(echo))),
        goal: { of: 'ours', atMost: frameMs },
      },
      {
        ...row(
          'change → agent’s screen beyond the echo, 95 of 100',
          figure([quantile(all, 0.95)], median(echo)),
        ),
        goal: { of: 'ours', atMost: lateMs },
      },
    ];
  } finally {
    await close();
  }
}
