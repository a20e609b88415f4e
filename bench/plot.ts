// The picture of the results: ours beside rrweb, which is the full width of every line, with OpenReplay, the limit and the goal as marks.
// One SVG that needs no script and no font, for light and dark pages.
import type { Row } from './benchmark.ts';

export interface Bar {
  readonly label: string;
  /** What stands at the end of the bar: how much that is. */
  readonly told: string;
  /** All as a part of rrweb's; null where there is none. */
  readonly ours: number;
  readonly goal: number | null;
  readonly limit: number | null;
  readonly openReplay: number | null;
}

const width = 880;
const left = 250;
/** Where rrweb's figure lies. */
const full = 350;
/** The axis goes on to this part of rrweb's; what is beyond is drawn as an arrow at its end. */
const farthest = 1.3;
const line = 25;
const top = 62;
const bottom = 20;

/** The lines for rows that have a place in the picture and something to be compared with. */
export function barsOf(rows: readonly Row[]): Bar[] {
  return rows.flatMap(({ picture, unit, ours, rrweb, openReplay, limit, goal }) => {
    if (!picture || !rrweb || !(rrweb.median > 0)) return [];
    const part = (value: number) => Math.max(value, 0) / rrweb.median;
    const goals = {
      rrweb: goal?.atMost ?? 0,
      limit: part((limit?.median ?? Number.NaN) * (goal?.atMost ?? 0)),
      ours: part(goal?.atMost ?? 0),
    };
    return {
      label: picture,
      told: `${count(part(ours.median) * 100)} % · ${count(Math.max(ours.median, 0))} ${unit}`,
      ours: part(ours.median),
      goal: goal ? goals[goal.of] : null,
      limit: limit ? part(limit.median) : null,
      openReplay: openReplay ? part(openReplay.median) : null,
    };
  });
}

const count = (value: number) => value.toFixed(value < 9.95 ? 1 : 0);
const escape = (text: string) => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);
const at = (part: number) => (left + Math.min(part, farthest) * full).toFixed(1);

const style = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328 }
  .quiet { fill: #59636e; font-size: 12px }
  .label { text-anchor: end }
  .title { font-weight: 600; font-size: 15px }
  .ours { fill: #0b7a75 }
  .missed { fill: #c2571a }
  .rail { fill: #eaeef2 }
  .goal { stroke: #1f2328; stroke-width: 1.5; stroke-dasharray: 3 2 }
  .limit { fill: #59636e; stroke: #ffffff; stroke-width: 1 }
  .other { fill: none; stroke: #59636e; stroke-width: 1.5 }
  .edge { stroke: #59636e; stroke-width: 1.5 }
  .value { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .quiet { fill: #9198a1 }
    .ours { fill: #2fb5ab }
    .missed { fill: #f0883e }
    .rail { fill: #21262d }
    .goal { stroke: #e6edf3 }
    .limit { fill: #9198a1; stroke: #0d1117 }
    .other, .edge { stroke: #9198a1 }
  }`;

export function plot(bars: readonly Bar[], title: string): string {
  const height = top + bars.length * line + bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(title)}">
<style>${style}
</style>
<text class="title" x="0" y="18">${escape(title)}</text>
${legend()}
<g>${bars.map((bar, index) => drawn(bar, top + index * line)).join('')}
</g>
<line class="edge" x1="${at(1)}" y1="${top - 6}" x2="${at(1)}" y2="${height - bottom}"/>
<text class="quiet" x="${at(1)}" y="${height - 4}" text-anchor="middle">rrweb = 100 %</text>
</svg>
`;
}

function legend(): string {
  const y = 40;
  const entries: readonly [string, string, number][] = [
    [`<rect class="ours" x="0" y="-9" width="14" height="10" rx="2"/>`, 'Alongside, goal met', 160],
    [`<rect class="missed" x="0" y="-9" width="14" height="10" rx="2"/>`, 'missed', 84],
    [`<line class="goal" x1="7" y1="-12" x2="7" y2="4"/>`, 'goal, at most', 116],
    [`<circle class="other" cx="7" cy="-4" r="4.5"/>`, 'OpenReplay', 106],
    [limitMark(7, -4), 'limit: what the browser itself takes', 0],
  ];
  let x = 0;
  return entries
    .map(([mark, words, step]) => {
      const placed = `<g transform="translate(${x} ${y})">${mark}<text class="quiet" x="20" y="0">${words}</text></g>`;
      x += step;
      return placed;
    })
    .join('');
}

const limitMark = (x: number | string, y: number) =>
  `<path class="limit" d="M${x} ${y - 5}l4.5 5l-4.5 5l-4.5 -5z"/>`;

function drawn({ label, told, ours, goal, limit, openReplay }: Bar, y: number): string {
  const middle = y + 9;
  const isMet = goal === null || ours <= goal;
  const end = Number(at(ours));
  const marks = [
    `<text class="label" x="${left - 10}" y="${y + 14}">${escape(label)}</text>`,
    `<rect class="rail" x="${left}" y="${y + 2}" width="${full}" height="14" rx="2"/>`,
    `<rect class="${isMet ? 'ours' : 'missed'}" x="${left}" y="${y + 2}" width="${Math.max(end - left, 2).toFixed(1)}" height="14" rx="2"/>`,
  ];
  if (limit !== null) marks.push(limitMark(at(limit), middle));
  if (openReplay !== null)
    marks.push(
      openReplay > farthest
        ? `<path class="other" d="M${at(farthest)} ${middle - 5}l6 5l-6 5"/>`
        : `<circle class="other" cx="${at(openReplay)}" cy="${middle}" r="4.5"/>`,
    );
  if (goal !== null)
    marks.push(
      `<line class="goal" x1="${at(goal)}" y1="${y - 2}" x2="${at(goal)}" y2="${y + 20}"/>`,
    );
  marks.push(
    `<text class="value" x="${left + farthest * full + 16}" y="${y + 14}">${escape(told)}</text>`,
  );
  return `\n${marks.join('')}`;
}
