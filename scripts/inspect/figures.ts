// Figures as people read them. Nothing that differs is rounded to nothing.
import type { Inspection } from './inspection.ts';

export function percent(part: number): string {
  if (part === 0) return '0 %';
  if (part < 0.0001) return 'under 0.01 %';
  return `${(part * 100).toFixed(part < 0.1 ? 2 : 1)} %`;
}

/** What agrees, of the nodes or of the pixels, whichever is less. */
export const agreeing = ({ nodes, differences, pixelDifference }: Inspection): number =>
  nodes ? Math.max(0, Math.min(1 - differences.length / nodes, 1 - (pixelDifference ?? 0))) : 0;

export function fidelity(inspection: Inspection): string {
  const part = agreeing(inspection);
  return `${(Math.floor(part * 1000) / 10).toFixed(part === 1 ? 0 : 1)} %`;
}

export const kilobytes = (bytes: number): string =>
  bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} KB`;
