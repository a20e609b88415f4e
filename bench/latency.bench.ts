// How far the agent's screen is behind the customer's page, over loopback, beyond what any WebSocket costs.
import { buildExtension } from '../scripts/build/buildExtension.ts';
import { buildSnippet } from '../scripts/build/buildSnippet.ts';
import { bareEchoMs } from './bareEcho.ts';
import type { Benchmark } from './benchmark.ts';
import { changeToScreen } from './changeToScreen.ts';
import { median } from './median.ts';
import { startSharedSession } from './sharedSession.ts';

const runs = 3;
const changesPerRun = 100;
const frameMs = 17;

export const latency: Benchmark = {
  name: 'latency',
  async run({ say }) {
    await buildSnippet();
    await buildExtension('chrome');
    const session = await startSharedSession('<h1>Latency</h1>');
    try {
      const { customer, panel } = session;
      const echo: number[] = [];
      const applied: number[] = [];
      const painted: number[] = [];
      for (let run = 1; run <= runs; run++) {
        say(`run ${run} of ${runs}, ${changesPerRun} changes`);
        // Beside each run, not once before: a busy machine slows both.
        echo.push(await bareEchoMs(customer, changesPerRun));
        const { appliedMs, paintedMs } = await changeToScreen(customer, panel, changesPerRun);
        applied.push(median(appliedMs));
        painted.push(median(paintedMs));
      }
      const unit = 'ms';
      return [
        { what: 'bare WebSocket echo, median', measured: median(echo), unit, atMost: null },
        {
          what: 'change → viewer’s document, median',
          measured: median(applied),
          unit,
          atMost: null,
        },
        {
          what: 'change → painted on the agent’s screen, median',
          measured: median(painted),
          unit,
          atMost: null,
        },
        {
          what: 'change → agent’s screen, median beyond the echo',
          measured: median(painted) - median(echo),
          unit,
          atMost: frameMs,
        },
      ];
    } finally {
      await session.close();
    }
  },
};
