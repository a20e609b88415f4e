// What most cases' scripts begin with: the window `w`, its document `d`, `$` to find an element, `flush` to let the mirror tell what is
// so far, `frames` to wait until the page was drawn.

export const act = (body: string): string =>
  `async (w) => { const d = w.document; const $ = (selector) => d.querySelector(selector); const flush = () => w.parent.lab.flush();
  const frames = () => new Promise((done) => w.requestAnimationFrame(() => w.requestAnimationFrame(done)));
  const loaded = (element) => new Promise((done) => element.addEventListener('load', () => w.setTimeout(done, 0), { once: true }));
  ${body} }`;
