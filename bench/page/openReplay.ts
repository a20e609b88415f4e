// Runs in the customer's page: OpenReplay's tracker with its assist, as its README starts them. Its own worker sends what it records.
import Tracker from '@openreplay/tracker';
import assist from '@openreplay/tracker-assist';

let tracker: Tracker | null = null;

export async function connect(address: string): Promise<void> {
  tracker = new Tracker({
    projectKey: 'bench',
    ingestPoint: `${address}/ingest`,
    __DISABLE_SECURE_MODE: true,
  });
  tracker.use(assist({ serverURL: address }));
}

export function start(): void {
  void tracker!.start();
}

export function stop(): void {
  tracker!.stop();
}
