// From a change in the customer's page to the frame in which the agent sees it. Every single change must really appear
// in the viewer, or a later one in its place, in order: a figure for something that did not happen is worth nothing.
import type { Page } from 'puppeteer-core';
import { clockOffsetMs } from './clockOffset.ts';

export interface Latencies {
  /** Until the viewer's document holds the change. */
  readonly appliedMs: readonly number[];
  /** Until a frame with it has been painted. */
  readonly paintedMs: readonly number[];
}

export async function changeToScreen(
  customer: Page,
  panel: Page,
  times: number,
): Promise<Latencies> {
  const id = 'latency-probe';
  await customer.evaluate(addProbe, id);
  await panel.waitForFunction(probeIsThere, { timeout: 20_000 }, id);
  const [customerOffsetMs, panelOffsetMs] = [
    await clockOffsetMs(customer),
    await clockOffsetMs(panel),
  ];

  const seen = panel.evaluate(watchProbe, id, times);
  const changedAt = await customer.evaluate(changeProbe, id, times);
  const { applied, painted } = await seen;
  if (applied.length !== times || !painted.every((at) => at > 0))
    throw new Error(`${times} changes were made, ${applied.length} appeared`);
  const since = (at: number, index: number) =>
    at + panelOffsetMs - (changedAt[index]! + customerOffsetMs);
  return { appliedMs: applied.map(since), paintedMs: painted.map(since) };
}

/** Runs in the customer's page. The probe of an earlier run goes. */
function addProbe(id: string): void {
  document.getElementById(id)?.remove();
  const probe = document.createElement('p');
  probe.id = id;
  probe.textContent = 'ready';
  document.body.prepend(probe);
}

/** Runs in the panel. */
function probeIsThere(id: string): boolean {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`);
  return frame?.contentDocument?.getElementById(id)?.textContent === 'ready';
}

/** Runs in the customer's page: changes the probe at moments that bear no relation to its frames. */
async function changeProbe(id: string, times: number): Promise<number[]> {
  const probe = document.getElementById(id)!;
  const changedAt: number[] = [];
  for (let count = 0; count < times; count++) {
    await new Promise((resolve) => setTimeout(resolve, 60 + ((count * 7) % 17)));
    changedAt.push(performance.timeOrigin + performance.now());
    probe.textContent = String(count);
  }
  return changedAt;
}

/** Runs in the panel: the times at which each change was in the viewer's document, and on the screen. */
async function watchProbe(
  id: string,
  times: number,
): Promise<{ applied: number[]; painted: number[] }> {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="Customer's page"]`)!;
  const probe = frame.contentDocument!.getElementById(id)!;
  const now = () => performance.timeOrigin + performance.now();
  const applied: number[] = [];
  const painted: number[] = Array.from({ length: times }, () => Number.NaN);
  return new Promise((resolve) => {
    // Whatever is missing by then did not appear; the caller counts.
    setTimeout(() => resolve({ applied, painted }), times * 100 + 5_000);
    const observer = new MutationObserver(() => {
      const first = applied.length;
      const index = Number(probe.textContent);
      if (!(index >= first)) return;
      // Whoever is far behind shows several changes at once: each has been waited for until now.
      while (applied.length <= index) applied.push(now());
      requestAnimationFrame(() => {
        // A message posted in the frame's last callback arrives when the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          painted.fill(now(), first, index + 1);
          port1.close();
          if (index + 1 < times) return;
          observer.disconnect();
          resolve({ applied, painted });
        });
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(frame.contentDocument!, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}
