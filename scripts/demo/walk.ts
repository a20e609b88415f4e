// Walks the whole story by itself: each step one line, both sides of it in a picture, and a failed step named.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPosters } from '../../demo/poster.ts';
import type { Poster } from '../../demo/poster.ts';
import { singleHtml } from '../../demo/posterHtml.ts';
import { shootMoment } from '../../demo/posterMoment.ts';
import type { Stage } from '../../demo/stage.ts';
import { story } from '../../demo/story.ts';

const outDir = 'demo/out';

/** The exit code. */
export async function walk(open: () => Promise<Stage>, chromium: string): Promise<number> {
  await rm(outDir, { recursive: true, force: true });
  const posters: Poster[] = [];
  const failure = await walkSteps(await open(), posters);
  await drawPosters(chromium, posters);
  console.log(`\nBoth sides of every step are pictured in ${outDir}/.`);
  if (failure === null) return 0;
  console.error(`\n${failure}`);
  return 1;
}

/** What went wrong, or null. */
async function walkSteps(stage: Stage, posters: Poster[]): Promise<string | null> {
  try {
    for (const [index, { id, title, run }] of story.entries()) {
      const number = String(index + 1).padStart(2, '0');
      const failure = await run(stage).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const { agent, customer } = await shootMoment(stage);
      const name = join(outDir, `${number}-${id}`);
      posters.push(
        { file: `${name}-agent.png`, html: singleHtml('light', agent) },
        { file: `${name}-customer.png`, html: singleHtml('light', customer) },
      );
      console.log(`  ${failure === null ? '✓' : '✗'} ${number}  ${title}`);
      if (failure !== null) return `Step ${index + 1} failed: ${title}.\n${failure}`;
    }
    return null;
  } finally {
    await stage.close();
  }
}
