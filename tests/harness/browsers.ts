// The browsers that the mirror has to be faithful in.
import type { Browser } from 'puppeteer-core';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export const browsers: readonly { readonly name: string; launch(): Promise<Browser> }[] = [
  { name: 'Chromium', launch: () => launchChromium() },
  { name: 'Firefox', launch: () => launchFirefox() },
];
