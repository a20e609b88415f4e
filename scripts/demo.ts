// The demo: the whole product on this machine, for a person to play with or, headless, to walk through by itself.
import { startStage } from '../demo/stage.ts';
import { outdatedParts } from './build/outdatedParts.ts';
import { hasDisplay } from './demo/hasDisplay.ts';
import { isFree } from './demo/isFree.ts';
import { pictures } from './demo/pictures.ts';
import { show } from './demo/show.ts';
import { walk } from './demo/walk.ts';
import { runToEnd } from './setup/runToEnd.mjs';

const ports = { relay: 8787, shop: 8788, crm: 8789 };
const called = { relay: 'relay', shop: 'shop', crm: 'CRM' };
const chromium = process.env['ALONGSIDE_CHROMIUM'] ?? 'chromium';

process.exitCode = await demo(process.argv.slice(2));

async function demo(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--headless' && arg !== '--pictures');
  if (unknown !== undefined) {
    console.error(`The demo does not know "${unknown}". Say --headless to have it walk by itself.`);
    return 1;
  }
  for (const name of ['relay', 'shop', 'crm'] as const) {
    if (await isFree(ports[name])) continue;
    console.error(
      `Port ${ports[name]} of 127.0.0.1 is taken, and the ${called[name]} needs it. End what listens there (another demo, perhaps), then run this again.`,
    );
    return 1;
  }
  const built = await build();
  if (built !== 0) return built;

  const open = (headless: boolean, leaveSignals = false) =>
    startStage({ chromium, ports, headless, leaveSignals, relay: { policy: 'demo/policy.json' } });
  if (args.includes('--pictures')) return pictures(() => open(true), chromium);
  if (hasDisplay(process) && !args.includes('--headless')) return show(() => open(false, true));
  if (!args.includes('--headless'))
    console.log('There is no display here, so the story walks by itself.');
  console.log(
    Object.entries(ports)
      .map(([name, port]) => `${called[name as keyof typeof called]} http://127.0.0.1:${port}`)
      .join(' · ') + '\n',
  );
  return walk(() => open(true), chromium);
}

/** In a process of its own: the bundler's memory is better used by two browsers. */
async function build(): Promise<number> {
  const parts = outdatedParts('.');
  if (parts.length === 0) return 0;
  return runToEnd(process.execPath, ['scripts/build.ts', ...parts], { stdio: ['ignore', 2, 2] });
}
