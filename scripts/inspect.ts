// Is my site ready? Opens each page in a real browser, runs snippet and viewer on it, and says what the agent would see otherwise.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../tests/harness/bundle.ts';
import { servePages } from '../tests/harness/serve.ts';
import { findPage } from './inspect/findPage.ts';
import { inspectPage, notLoaded } from './inspect/inspectPage.ts';
import type { Bench } from './inspect/inspectPage.ts';
import type { Inspected } from './inspect/inspection.ts';
import { launch } from './inspect/launch.ts';
import { openReport } from './inspect/openReport.ts';
import { readArguments } from './inspect/readArguments.ts';
import type { Asked } from './inspect/readArguments.ts';
import { serveFile } from './inspect/serveFile.ts';
import { textOf } from './inspect/textOf.ts';

const usage = `Usage: npm run inspect -- [--json] [--report DIR] [--no-scripts] <address or file>…
  --json         one JSON object a page, each on a line of its own
  --report DIR   an HTML report with screenshots, in DIR
  --no-scripts   the pages' own scripts are off`;

/** Paths are meant from where npm was called, not from the project's root. */
const here = process.env['INIT_CWD'] ?? process.cwd();
const asked = readArguments(process.argv.slice(2));
if ('problem' in asked) {
  console.error(`${asked.problem}\n${usage}`);
  process.exitCode = 1;
} else {
  process.exitCode = await inspect(asked);
}

async function inspect({ pages, json, report: folder, noScripts }: Asked): Promise<number> {
  const report = folder === null ? null : await openReport(resolve(here, folder));
  const viewerHost = await servePages(() => ({
    body: '<!doctype html><style>body { margin: 0 }</style>',
  }));
  const browser = await launch();
  let unloaded = 0;
  try {
    const bench: Bench = {
      browser,
      customerSide: await sideOf('customerSide'),
      viewerSide: await sideOf('viewerSide'),
      viewerAddress: viewerHost.origin,
      noScripts,
      limits: { openMs: 30_000, restMs: 5000 },
    };
    for (const [index, page] of pages.entries()) {
      if (pages.length > 3 || process.stderr.isTTY)
        process.stderr.write(`[${index + 1}/${pages.length}] ${page}\n`);
      const inspected = await inspectOne(bench, page);
      if (!inspected.pictures) unloaded++;
      await report?.add(inspected);
      console.log(
        json ? JSON.stringify(inspected.inspection) : `${textOf(inspected.inspection)}\n`,
      );
    }
  } finally {
    await browser.close();
    await viewerHost.close();
  }
  if (report) process.stderr.write(`Report: ${await report.write()}\n`);
  if (!json && pages.length > 1)
    console.log(
      `${pages.length} pages, ${unloaded === 0 ? 'all inspected' : `${unloaded} could not be loaded`}.`,
    );
  return unloaded > 0 ? 1 : 0;
}

async function inspectOne(bench: Bench, named: string): Promise<Inspected> {
  const found = findPage(named, here);
  if (found.kind === 'none') return notLoaded(named, found.problem);
  if (found.kind === 'address') return inspectPage(bench, named, found.address);
  const server = await serveFile(found.folder, found.path);
  try {
    return await inspectPage(bench, named, server.address);
  } finally {
    server.close();
  }
}

async function sideOf(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`inspect/page/${name}.ts`, import.meta.url));
  return `(() => { ${await bundle(entry)}; return bundle; })()`;
}
