// Everything that a page's browser sends: WebSocket frames as they cross the wire and, where deflated, as they were before.
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { DEFLATED, kindOf } from '../../protocol/kinds.ts';
import type { Kind } from '../../protocol/kinds.ts';

export interface SentFrame {
  readonly kind: Kind | null;
  readonly wire: Uint8Array;
  /** The payload once inflated; the same bytes where it was not deflated. */
  readonly payload: Uint8Array;
}

export interface WireTap {
  readonly frames: SentFrame[];
  /** Addresses and bodies of the page's other requests. */
  readonly requests: string[];
  /** All that was sent, as text, the way one would grep for a secret. */
  text(): string;
}

export async function tapWire(page: Page): Promise<WireTap> {
  const frames: SentFrame[] = [];
  const requests: string[] = [];
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.webSocketFrameSent', ({ response }) => {
    const binary = response.opcode === 2;
    const wire = Buffer.from(response.payloadData, binary ? 'base64' : 'utf8');
    const first = wire[0] ?? 0;
    const deflated = binary && (first & DEFLATED) !== 0;
    frames.push({
      kind: binary ? kindOf(first) : null,
      wire,
      payload: deflated ? inflateRawSync(wire.subarray(1)) : wire.subarray(1),
    });
  });
  session.on('Network.requestWillBeSent', ({ request }) => {
    requests.push(`${request.url} ${request.postData ?? ''}`);
  });
  const decoder = new TextDecoder();
  return {
    frames,
    requests,
    text: () =>
      [
        ...frames.flatMap((frame) =>
          [frame.wire, frame.payload].map((bytes) => decoder.decode(bytes)),
        ),
        ...requests,
      ].join('\n'),
  };
}
