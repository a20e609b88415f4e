// Interfaces from npm, served as they ship and filled by their own scripts: pages of some thousand nodes that nobody made for a benchmark.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { servePackage } from '../tests/fidelity/real/packages.ts';
import type { Served } from '../tests/harness/serve.ts';

interface RealPage {
  readonly name: string;
  readonly html: () => string;
  /** Source of an expression: true once the interface stands. */
  readonly ready: string;
}

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** An interface description of so many operations, as a company has them. */
const openApi = JSON.stringify({
  openapi: '3.0.0',
  info: { title: 'Orders', version: '1' },
  paths: Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `/orders/{id}/part${at}`,
      Object.fromEntries(
        ['get', 'put'].map((method) => [
          method,
          {
            tags: [`group ${at % 6}`],
            summary: `Part ${at} of an order`,
            parameters: [
              { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
              { name: 'limit', in: 'query', schema: { type: 'integer' }, description: 'At most' },
            ],
            responses: { 200: { description: 'Fine' }, 404: { description: 'No such order' } },
          },
        ]),
      ),
    ]),
  ),
});

export const realPages: readonly RealPage[] = [
  {
    name: 'Swagger UI, 120 operations',
    html: () => `<!doctype html><meta charset="utf-8"><title>API</title><link rel="stylesheet" href="/package/swagger-ui-dist/swagger-ui.css"><div id="ui"></div>
      <script src="/package/swagger-ui-dist/swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ spec: ${openApi}, dom_id: '#ui', docExpansion: 'list' });
      const opened = setInterval(() => { const all = document.querySelectorAll('.opblock-summary-control'); if (all.length < 120) return; clearInterval(opened); for (let i = 0; i < 20; i++) all[i * 5].click(); }, 50);</script>`,
    ready: `document.querySelectorAll('.opblock.is-open .parameters').length >= 20`,
  },
  {
    name: 'AG Grid, 300 rows',
    html: () => `<!doctype html><meta charset="utf-8"><title>Orders</title><div id="grid" style="height: 600px; width: 1200px"></div>
      <script src="/package/ag-grid-community/dist/ag-grid-community.min.js"></script><script>agGrid.createGrid(document.querySelector('#grid'), {
      suppressRowVirtualisation: true, suppressColumnVirtualisation: true, suppressMaxRenderedRowRestriction: true,
      columnDefs: Array.from({ length: 9 }, (_, i) => ({ field: 'f' + i, filter: true })),
      rowData: Array.from({ length: 300 }, (_, n) => Object.fromEntries(Array.from({ length: 9 }, (_, i) => ['f' + i, 'value ' + (n * 7919 + i * 31) % 9973]))) });</script>`,
    ready: `document.querySelectorAll('.ag-cell').length >= 2700`,
  },
  {
    name: 'Lucide, 900 icons',
    html: () => {
      const icons = readdirSync(`${modules}lucide-static/icons`)
        .filter((file) => file.endsWith('.svg'))
        .slice(0, 900)
        .map(
          (file) =>
            `<li>${readFileSync(`${modules}lucide-static/icons/${file}`, 'utf8')}<span>${file.slice(0, -4)}</span></li>`,
        );
      return `<!doctype html><meta charset="utf-8"><title>Icons</title><ul>${icons.join('\n')}</ul>`;
    },
    ready: `document.querySelectorAll('svg').length >= 900`,
  },
  {
    name: 'Shoelace, 150 components',
    html: () => `<!doctype html><meta charset="utf-8"><title>Components</title><link rel="stylesheet" href="/package/@shoelace-style/shoelace/cdn/themes/light.css">
      <script type="module">import '/package/@shoelace-style/shoelace/cdn/shoelace.js'; window.loaded = true;</script>
      ${Array.from({ length: 25 }, (_, n) => `<section><sl-input label="Name ${n}" value="Ana"></sl-input><sl-button>Open ${n}</sl-button><sl-select label="Size" value="m"><sl-option value="m">Medium</sl-option><sl-option value="l">Large</sl-option></sl-select><sl-checkbox checked>Fine</sl-checkbox><sl-badge>${n}</sl-badge></section>`).join('\n')}`,
    ready: `window.loaded && [...document.querySelectorAll('sl-input, sl-select, sl-button')].every((one) => one.shadowRoot && one.shadowRoot.childElementCount > 0)`,
  },
  {
    name: 'Monaco, 60 lines',
    html: () => `<!doctype html><meta charset="utf-8"><title>Code</title><div id="code" style="height: 1100px"></div><script src="/package/monaco-editor/min/vs/loader.js"></script>
      <script>require.config({ paths: { vs: '/package/monaco-editor/min/vs' } }); require(['vs/editor/editor.main'], () => { window.editor = monaco.editor.create(document.querySelector('#code'),
      { language: 'javascript', value: Array.from({ length: 400 }, (_, i) => 'const value' + i + ' = call(' + i + ', "text", [' + i + ', null]); // said').join('\\n'), cursorBlinking: 'solid' }); });</script>`,
    // Its lines are coloured a while after they are there.
    ready: `document.getElementsByTagName('*').length > 1200`,
  },
];

/** `/real/N`, and what those pages load. */
export function serveReal(path: string): Served | undefined {
  const page = realPages[Number(/^\/real\/(\d+)$/.exec(path)?.[1] ?? NaN)];
  return page ? { body: page.html() } : servePackage(path);
}
