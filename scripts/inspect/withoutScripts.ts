// Keeps a page's own scripts from running, by a policy laid over its documents: unlike a browser without scripting, timers and
// observers go on for the mirror, and `noscript` stays as hidden as it is for every customer who can share.
import type { Page } from 'puppeteer-core';

const policy = { name: 'content-security-policy', value: "script-src 'none'" };

export async function withoutScripts(page: Page): Promise<void> {
  const session = await page.createCDPSession();

  async function answer(
    requestId: string,
    status: number,
    headers: { name: string; value: string }[],
  ) {
    const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
    // The body is handed over as it was inflated. A policy that is only added to a response goes unread: it has to be a new one.
    const kept = headers.filter(({ name }) => !/^content-(encoding|length)$/i.test(name));
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: [...kept, policy],
      body: base64Encoded ? body : Buffer.from(body).toString('base64'),
    });
  }

  session.on('Fetch.requestPaused', ({ requestId, responseStatusCode, responseHeaders }) => {
    const isDocument =
      responseStatusCode !== undefined && (responseStatusCode < 300 || responseStatusCode >= 400);
    const answered = isDocument
      ? answer(requestId, responseStatusCode, responseHeaders ?? [])
      : session.send('Fetch.continueRequest', { requestId });
    // The page may have gone on to somewhere else meanwhile.
    answered.catch(() => undefined);
  });
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document', requestStage: 'Response' }],
  });
}
