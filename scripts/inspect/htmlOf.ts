// The report as one page of HTML, beside its pictures. Whatever comes from an inspected page is text here, and nothing runs.
import { agreeing, fidelity, kilobytes, percent } from './figures.ts';
import type { Inspection } from './inspection.ts';
import { reportStyle } from './reportStyle.ts';

/** Fonts are drawn a shade differently from one time to the next. */
const GOOD = 0.999;

/** `pictures`: file names, or null where the page did not load. */
export interface Reported {
  readonly inspection: Inspection;
  readonly pictures: {
    readonly customer: string;
    readonly agent: string;
    readonly difference: string;
  } | null;
}

export function htmlOf(pages: readonly Reported[]): string {
  const rows = pages.map(({ inspection }, index) => summaryRow(inspection, index)).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Alongside: inspection</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>Is the site ready?</h1>
<p>${pages.length === 1 ? 'One page' : `${pages.length} pages`}, mirrored by Alongside and compared with what the agent sees. Fidelity is the part of the nodes, or of the pixels, that agrees, whichever is less; what is masked or blocked is meant to differ and does not count.</p>
</header>
<div class="scroller"><table>
<thead><tr><th>Page<th>Fidelity<th>Differing nodes<th>Differing pixels<th>Snapshot<th>Warnings</tr></thead>
<tbody>${rows}</tbody>
</table></div>
${pages.map(section).join('\n')}
</body>
</html>
`;
}

function summaryRow(inspection: Inspection, index: number): string {
  const { page, nodes, differences, pixelDifference, snapshotBytes, snapshotMs, warnings } =
    inspection;
  const name = `<th scope="row"><a href="#page-${index + 1}">${escape(page)}</a>`;
  if (nodes === null) return `<tr class="bad">${name}<td colspan="5">not loaded</tr>`;
  return `<tr>${name}<td><span class="${gradeOf(inspection)}">${fidelity(inspection)}</span><td>${differences.length} of ${nodes}<td>${percent(pixelDifference!)}<td>${kilobytes(snapshotBytes!)}, ${snapshotMs} ms<td>${warnings.length}</tr>`;
}

const gradeOf = (inspection: Inspection) =>
  agreeing(inspection) >= GOOD ? 'grade good' : 'grade fair';

function section({ inspection, pictures }: Reported, index: number): string {
  const { page, differences, warnings } = inspection;
  const told = warnings
    .map(({ kind, text }) => `<li><b>${headings[kind]}</b> ${escape(text)}</li>`)
    .join('');
  const list = differences
    .map(
      ({ path, expected, seen }) =>
        `<tr><td><code>${breakable(escape(path))}</code><td>${escape(expected)}<td>${escape(seen)}</tr>`,
    )
    .join('');
  const shots = pictures
    ? `<div class="shots">${figure(pictures.customer, 'The page')}${figure(pictures.agent, 'What the agent sees')}${figure(pictures.difference, 'Difference, without what is hidden')}</div>`
    : '';
  const table = `<details${differences.length <= 50 ? ' open' : ''}><summary>${differences.length} differing ${differences.length === 1 ? 'node' : 'nodes'}</summary><div class="scroller"><table class="nodes"><thead><tr><th>Node<th>On the page<th>For the agent</tr></thead><tbody>${list}</tbody></table></div></details>`;
  return `<section id="page-${index + 1}">
<h2>${escape(page)}</h2>
${shots}
${warnings.length > 0 ? `<h3>Warnings</h3><ul class="warnings">${told}</ul>` : ''}
${differences.length > 0 ? table : pictures ? '<p class="agree">Every node agrees.</p>' : ''}
</section>`;
}

const headings: Record<Inspection['warnings'][number]['kind'], string> = {
  notLoaded: 'Not loaded.',
  mirrorFailed: 'Mirror.',
  looksPersonal: 'Personal data.',
  foreignFrame: 'Foreign frame.',
  taintedCanvas: 'Canvas.',
  contentSecurityPolicy: 'Content-Security-Policy.',
  assetMissing: 'Not loadable.',
};

const figure = (file: string, caption: string) =>
  `<figure><figcaption>${caption}</figcaption><a href="${file}"><img src="${file}" width="1280" height="800" loading="lazy" alt="${caption}"></a></figure>`;

const breakable = (path: string) => path.replaceAll(' &gt; ', ' &gt; <wbr>');

const escape = (text: string) =>
  text
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('&#62;', '&gt;');
