// The site of the snippet's browser tests: one page with everything the interface has to live with, and strict policies.
import type { Served } from '../harness/serve.ts';

const page = (
  relay: string,
  head = '',
) => `<!doctype html><html lang="en"><title>Site</title>${head}
<script async src="${relay}/alongside.js"></script>
<style>* { color: red !important; opacity: .2 !important; font-size: 40px !important } :root { --paper: red; --ink: red }</style>
<h1>Buy</h1>
<button id="help" data-alongside-open>Get <b>help</b></button>
<button id="modal" type="button">Open dialog</button>
<a id="next" href="/next">Next page</a>
<p data-alongside="mask">secret words</p>
<div data-alongside="block"><p>left out</p></div>
<button data-alongside="lock">Order</button>
<input id="password" type="password" value="hunter2">
<dialog id="dialog"><p>A dialog of the page</p><button id="inside">Inside</button></dialog>
<div style="height: 2000px"></div>
<input id="low" aria-label="Low field">
<script>
  document.getElementById('modal').onclick = () => document.getElementById('dialog').showModal();
</script>`;

const strict = (relay: string, scripts: string, connects: string, frames = relay) =>
  `default-src 'self'; script-src 'self' 'unsafe-inline' ${scripts}; connect-src 'self' ${connects}; frame-src ${frames}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; object-src 'none'`.replaceAll(
    'RELAY',
    relay,
  );

export function site(path: string, relay: string): Served | undefined {
  const sockets = relay.replace('http', 'ws');
  const withPolicy = (scripts: string, connects: string, frames?: string): Served => ({
    body: page(relay),
    headers: { 'content-security-policy': strict(relay, scripts, connects, frames) },
  });
  switch (path) {
    case '/':
    case '/next':
      return { body: page(relay) };
    case '/kept':
      return {
        body: page(
          relay,
          `<script>window.Alongside ??= { q: [] };
          window.heard = [];
          Alongside.q.push(['on', 'ready', () => { heard.push('ready ' + Alongside.state); throw new Error('the page’s own') }]);
          Alongside.q.push(['noSuchVerb'], ['on', 'error', (detail) => heard.push(detail.problem)]);
          Alongside.q.push(['join', '12']);</script>`,
        ),
      };
    case '/bare':
      return { body: page(relay).replace('Site', 'Bare') };
    case '/plain':
      return { body: '<!doctype html><title>Plain</title><p>Nothing of ours' };
    case '/strict':
      return withPolicy(relay, `${relay} ${sockets}`);
    case '/strict/frame':
      return withPolicy(relay, `${relay} ${sockets}`, "'self'");
    case '/strict/script':
      return withPolicy(`${relay}/alongside.js`, `${relay} ${sockets}`);
    case '/strict/socket':
      return withPolicy(relay, relay);
    case '/strict/connect':
      return withPolicy(relay, '');
    case '/strict/closed':
      return withPolicy('', '');
    default:
      return undefined;
  }
}
