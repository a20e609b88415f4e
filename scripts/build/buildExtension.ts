// The unpacked extension for one browser, as vite.config.ts describes it.
import { build } from 'vite';

export async function buildExtension(browser: 'chrome' | 'firefox'): Promise<void> {
  await build({ configFile: 'vite.config.ts', mode: browser, logLevel: 'warn' });
}
