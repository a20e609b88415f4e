// The real Firefox of the tests. Closed by whoever launched it.
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

/** `preferences`: what else this one prefers. */
export function launchFirefox(
  preferences: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['ALONGSIDE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    protocol: 'webDriverBiDi',
    extraPrefsFirefox: {
      // A test page is never in front: without this, its timers and frames are slowed down.
      'dom.min_background_timeout_value': 4,
      'layout.throttled_frame_rate': 60,
      'app.update.disabledForTesting': true,
      // A script's request is as good as a person's here.
      'full-screen-api.allow-trusted-requests-only': false,
      'full-screen-api.transition-duration.enter': '0 0',
      'full-screen-api.transition-duration.leave': '0 0',
      'full-screen-api.warning.timeout': 0,
      ...preferences,
    },
  });
}
