// A little web server for pages under test, on loopback and a free port.
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

export interface PageServer {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** `pages` answers a path with what to serve, or undefined for a 404. */
export async function servePages(
  pages: (path: string, headers: IncomingHttpHeaders) => Served | undefined,
): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    requests.push(path);
    const served = pages(path, request.headers);
    response.writeHead(served ? (served.status ?? 200) : 404, {
      'content-type': served?.type ?? 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...served?.headers,
    });
    response.end(served?.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
