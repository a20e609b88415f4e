// Pages with pictures and fonts that their own browser shows and another's cannot load, and what is served to them.
import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { fileURLToPath } from 'node:url';
import { png } from '../harness/png.ts';
import type { Served } from '../harness/serve.ts';

const fill = `function fill(id, colour) { const g = document.getElementById(id).getContext('2d'); g.fillStyle = colour; g.fillRect(0, 0, 999, 999); }`;
const toBlob = `const blobOf = (colour, w = 40, h = 30) => new Promise((done) => { const c = Object.assign(document.createElement('canvas'), { width: w, height: h }); const g = c.getContext('2d'); g.fillStyle = colour; g.fillRect(0, 0, w, h); c.toBlob(done); });`;
const webgl = `var gl = document.getElementById('c').getContext('webgl'); function draw(r, g, b) { gl.clearColor(r, g, b, 1); gl.clear(gl.COLOR_BUFFER_BIT); }`;

export const assetPages: Readonly<Record<string, (elsewhere: string, visit: number) => string>> = {
  canvas:
    () => `<style>canvas { border: 3px solid }</style><p>before <canvas id="c" width="120" height="80"></canvas> after</p>
    <iframe srcdoc="<canvas id=i width=60 height=40></canvas>"></iframe><div id="h"></div>
    <script>${fill} fill('c', 'red'); const late = document.createElement('canvas'); late.id = 's'; late.width = 50; document.getElementById('h').attachShadow({ mode: 'open' }).append(late);
      const s = late.getContext('2d'); s.fillStyle = 'green'; s.fillRect(0, 0, 99, 199);</script>`,
  loop: () =>
    `<canvas id="c" width="100" height="60"></canvas><script>${webgl} let b = 0; (function frame() { draw(0, 0, b); requestAnimationFrame(frame); })();</script>`,
  once: () =>
    `<canvas id="c" width="100" height="60"></canvas><script>${webgl} draw(1, 0, 0);</script>`,
  tainted: (elsewhere, visit) =>
    `<p>x <canvas id="c" width="300" height="90"></canvas> y <img id="i" src="${elsewhere}/wide/once/${visit}/blue.png"></p><script>const i = new Image(); i.onload = () => document.getElementById('c').getContext('2d').drawImage(i, 0, 0); i.src = '${elsewhere}/red.png';</script>`,
  blob: () =>
    `<img id="i" width="40" height="30"><img id="r"><div id="s">x</div><div class="b">x</div><script>${toBlob} (async () => {
      document.getElementById('i').src = URL.createObjectURL(await blobOf('red'));
      const r = document.getElementById('r'); r.onload = () => URL.revokeObjectURL(r.src); r.src = URL.createObjectURL(await blobOf('blue'));
      document.getElementById('s').style.background = 'url(' + URL.createObjectURL(await blobOf('green')) + ')';
      const style = document.createElement('style'); style.textContent = '.b { background: url(' + URL.createObjectURL(await blobOf('blue')) + ') }'; document.head.append(style);
    })();</script>`,
  login: (_, visit) =>
    `<style>.b { background: url(/login/green.png) } @font-face { font-family: Icons; src: url("/login/icons.woff2") } .f { font: 40px Icons }</style>
    <div><p><img id="i" src="/login/red.png" alt=""></p></div><img id="o" src="/once/${visit}/blue.png"><div id="b" class="b">x</div><div id="s" style="background: url('/login/blue.png')">x</div>
    <video id="v" poster="/login/red.png"></video><span id="f" class="f">&#xe038;</span><span class="f">&#xe039;</span><svg><image id="g" href="/login/green.png" width="20"/></svg>`,
  gone: () =>
    `<img id="html" src="/page-not-picture"><img id="none" src="/nothing.png" alt="none"><img id="i" src="/login/red.png">`,
  sources: () =>
    `<img id="x" srcset="/red.png 1x, /large/blue.png 2x"><img id="w" srcset="/blue.png 40w, /large/green.png 80w" sizes="400px"><picture><source srcset="/green.png" media="(min-width: 1px)"><img id="p" src="/red.png"></picture>
    <picture><source srcset="/red.png" media="(max-width: 1px)"><img id="n" src="/blue.png"></picture><img id="l" loading="lazy" src="/red.png">`,
  used: () =>
    `<svg id="u" width="40" height="40"><use href="/login/icons.svg?v=2#cart" width="40" height="40"/></svg><svg id="x" width="40" height="40" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="login/icons.svg#heart"/></svg>
    <svg id="p" width="40" height="40"><use href="/login/icons.svg#picture"/></svg><svg id="l" width="40" height="40"><use href="#own"/><symbol id="own"><rect width="40" height="40" fill="blue"/></symbol></svg>
    <div data-alongside="mask"><svg id="m" width="40" height="40"><use href="/login/icons.svg#cart"/></svg></div>`,
  stream: () =>
    `<video id="v" muted></video><canvas id="c" width="160" height="90"></canvas><script>${fill} fill('c', 'red'); setInterval(() => fill('c', window.colour ?? 'red'), 40);
      const v = document.getElementById('v'); v.srcObject = document.getElementById('c').captureStream(30); v.play();</script>`,
  masked: () =>
    `<div data-alongside="mask"><canvas id="c" width="40" height="40"></canvas><img id="i" src="/login/red.png"><p style="background: url(/login/green.png)">x</p><video id="v" muted></video></div>
    <div data-alongside="block"><canvas id="d" width="40" height="40"></canvas></div><div id="later"><canvas id="e" width="30" height="30"></canvas></div>
    <script>${fill} for (const id of ['c', 'd', 'e']) fill(id, 'red');</script>`,
  large: () =>
    `<canvas id="c" width="5000" height="5000" style="width: 200px"></canvas><img id="i" src="/login/huge.png"><script>${fill} fill('c', 'red');</script>`,
  many: () =>
    `<img id="i" src="/login/red.png"><canvas id="c" width="30" height="30"></canvas><script>${fill} fill('c', 'blue');</script>`,
};

const colours = { red: [255, 0, 0], green: [0, 128, 0], blue: [0, 0, 255] } as const;

const sizes: Readonly<Record<string, readonly [number, number]>> = {
  large: [80, 60],
  wide: [300, 100],
};

/** Parts that pages use, and what no copy of it may have. */
const icons = `<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="top.ran=1">
  <style>@import "https://evil.example/x.css"; .red { fill: red } .far { fill: url(https://evil.example/x.svg#y) }</style><script>top.ran = 1</script>
  <symbol id="cart" viewBox="0 0 10 10"><rect class="red" width="10" height="10" onclick="top.ran=1"/></symbol>
  <g id="heart"><circle r="20" cx="20" cy="20" fill="green"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/></foreignObject><a xlink:href="javascript:top.ran=1"><use xlink:href="#cart"/></a></g>
  <g id="picture"><rect width="9" height="9"/><image href="https://evil.example/x.png"/><animate attributeName="href" to="javascript:top.ran=1"/></g></svg>`;

const font = () =>
  readFileSync(
    fileURLToPath(new URL('../../node_modules/lucide-static/font/lucide.woff2', import.meta.url)),
  );

/** `once` is let through a single time; `login` for the customer's page alone, which a server knows by its cookie and this one by its address. */
export function createServed(): (path: string, headers: IncomingHttpHeaders) => Served | undefined {
  const taken = new Set<string>();
  return (path, headers) => {
    const parts = path.slice(1).split('/');
    const name = parts.pop()!;
    const [room] = parts;
    if (path === '/page-not-picture') return { body: '<p>canary-of-an-account</p>' };
    const isCustomer = /\/assets\//.test(headers.referer ?? '');
    if (room === 'login' && !isCustomer) return { body: '<p>Sign in', status: 403 };
    if (parts.includes('once') && taken.has(path)) return { body: '<p>Gone', status: 410 };
    taken.add(path);
    if (name === 'icons.woff2') return { body: font(), type: 'font/woff2' };
    if (name.startsWith('icons.svg')) return { body: icons, type: 'image/svg+xml' };
    if (name === 'huge.png') return { body: new Uint8Array(9 * 1024 * 1024), type: 'image/png' };
    const colour = colours[name.replace('.png', '') as keyof typeof colours];
    if (!colour || !name.endsWith('.png')) return undefined;
    return {
      body: png(colour, ...(sizes[room ?? ''] ?? [40, 30])),
      type: 'image/png',
    };
  };
}
