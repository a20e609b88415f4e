// Opens a page and waits until it has come to rest, within bounds: no page may hold up the others.
import type { Page } from 'puppeteer-core';

export interface PageLimits {
  /** Until the document itself is there. */
  readonly openMs: number;
  /** For what it loads, and for its network to become quiet. */
  readonly restMs: number;
}

export type Opened =
  | { readonly ok: true; readonly policies: readonly string[] }
  | { readonly ok: false; readonly problem: string };

export async function openPage(page: Page, address: string, limits: PageLimits): Promise<Opened> {
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  try {
    const response = await page.goto(address, {
      waitUntil: 'domcontentloaded',
      timeout: limits.openMs,
    });
    if (!response) return { ok: false, problem: 'There was no answer.' };
    if (response.status() >= 400)
      return { ok: false, problem: `The server answered ${response.status()}.` };
    const headers = response.headers();
    const type = headers['content-type'] ?? 'text/html';
    if (!/html|xml/.test(type)) return { ok: false, problem: `It is no page, but ${type}.` };
    // A page whose counter of visitors never answers is a page all the same.
    await page
      .waitForFunction(() => document.readyState === 'complete', { timeout: limits.restMs })
      .catch(() => undefined);
    await page.waitForNetworkIdle({ idleTime: 300, timeout: limits.restMs }).catch(() => undefined);
    const policy = headers['content-security-policy'];
    return { ok: true, policies: policy ? policy.split(/\n|,\s*/) : [] };
  } catch (error) {
    return { ok: false, problem: sentence(error, limits) };
  }
}

function sentence(error: unknown, { openMs }: PageLimits): string {
  const message = error instanceof Error ? error.message : String(error);
  const [code] = /net::ERR_\w+/.exec(message) ?? [];
  if (code === 'net::ERR_CONNECTION_REFUSED') return 'The connection was refused.';
  if (code === 'net::ERR_NAME_NOT_RESOLVED') return 'There is no such host.';
  if (code === 'net::ERR_ABORTED') return 'It is a download, or it went away while it loaded.';
  if (code?.startsWith('net::ERR_CERT')) return `Its certificate is not valid (${code.slice(5)}).`;
  if (code) return `The browser could not load it (${code.slice(5)}).`;
  if (/timeout/i.test(message)) return `It did not load within ${openMs / 1000} seconds.`;
  return message.split('\n', 1)[0] ?? message;
}
