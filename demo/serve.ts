// Serves the demo shop and the demo CRM on loopback, each on its own port, as two companies' sites would be.
// Invariant: nothing outside `demo/shop` and `demo/crm` is ever served, and nothing is cached.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { answerFromFolder } from './answerFromFolder.ts';
import { strictPolicy } from './strictPolicy.ts';

export type DemoOptions = { shopPort: number; crmPort: number; relayOrigin: string };
export type DemoSites = { shopOrigin: string; crmOrigin: string; close(): Promise<void> };

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export async function serveDemo({
  shopPort,
  crmPort,
  relayOrigin,
}: DemoOptions): Promise<DemoSites> {
  const shop = await listen(shopPort, {
    root: folder('shop'),
    relayOrigin,
    policies: {
      '/strict.html': strictPolicy({ relayOrigin }),
      '/strict-closed.html': strictPolicy({}),
    },
  });
  try {
    const crm = await listen(crmPort, { root: folder('crm'), relayOrigin, policies: {} });
    return {
      shopOrigin: originOf(shop),
      crmOrigin: originOf(crm),
      close: async () => {
        await Promise.all([stop(shop), stop(crm)]);
      },
    };
  } catch (error) {
    await stop(shop);
    throw error;
  }
}

type Site = { root: string; relayOrigin: string; policies: Record<string, string> };

function listen(port: number, site: Site): Promise<Server> {
  const server = createServer((request, response) => {
    void answerFromFolder(site, request.method ?? 'GET', request.url ?? '/').then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(request.method === 'HEAD' ? undefined : body);
      },
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const originOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep sockets open between pages, and close() alone would wait for them.
    server.closeAllConnections();
  });
}
