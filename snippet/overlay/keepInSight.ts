// Keeps border and bar in the part of the page that is seen: a pinch brings a part near, and a keyboard on the screen covers another.
import type { Host } from './createHost.ts';

/** Returns its disposer. */
export function keepInSight(host: Host, stand: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => undefined;
  const fit = host.guard(() => {
    const { scale, offsetLeft, offsetTop, width, height } = seen;
    // Without a pinch it stands as the sheet has it.
    const isWhole = scale === 1 && innerHeight - height < 40;
    stand.style.cssText = isWhole
      ? ''
      : `inset:0 auto auto 0;width:${width * scale}px;height:${height * scale}px;transform-origin:0 0;transform:translate(${offsetLeft}px,${offsetTop}px) scale(${1 / scale})`;
  });
  for (const type of ['resize', 'scroll']) seen.addEventListener(type, fit);
  fit();
  return () => {
    for (const type of ['resize', 'scroll']) seen.removeEventListener(type, fit);
  };
}
