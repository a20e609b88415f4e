// Small hard pages, one for each thing a mirror gets wrong, and what their scripts then do to them.
import type { Case } from './case.ts';

export const basicPages: Record<string, string> = {
  '/random': `<style>p { margin: 2px }</style><div><p>one</p><p class="v1">two</p><input value="x"><ul><li>a</li></ul></div>`,
  '/text': `<p>plain <b>bold</b> &amp; <i>odd   spaces</i> é 🙂</p><!-- comment --><pre>  kept\n lines</pre>`,
  '/forms': `<form><label>Name <input id="name" value="Ana"></label><input type="checkbox" id="c" checked><input type="radio" name="r" id="r1"><input type="radio" name="r" id="r2" checked>
    <select id="s"><option>a</option><option selected>b</option></select><select id="m" multiple><option selected>1</option><option>2</option><option selected>3</option></select>
    <textarea id="t">default</textarea><input type="range" id="range" value="30"><input type="date" id="d" value="2026-01-02"><progress value=".4"></progress></form>`,
  '/styles': `<link rel="stylesheet" href="/sheet.css"><style id="st">.a { color: red } @media (min-width: 10px) { .b { color: blue } }</style><p class="a">a</p><p class="b">b</p><p class="linked">l</p><p class="late">late</p>`,
  '/shadow': `<x-box><span>light</span></x-box><script>
    customElements.define('x-box', class extends HTMLElement { constructor() { super(); const r = this.attachShadow({ mode: 'open' });
      const s = new CSSStyleSheet(); s.replaceSync(':host { display: block } p { color: green }'); r.adoptedStyleSheets = [s];
      r.innerHTML = '<p>shadow <input value="in"></p><slot></slot>'; } });</script>`,
  '/frames': `<p>outer</p><iframe id="f" src="/inner" width="300" height="100"></iframe><iframe srcdoc="<p>srcdoc</p>"></iframe>`,
  '/inner': `<style>p { color: purple }</style><p>inner</p><input value="deep"><div id="mark"></div>`,
  '/tall': `<!doctype html><p>tall</p><div style="height: 3000px"></div>`,
  '/svg': `<svg viewBox="0 0 10 10" width="50"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs><rect width="5" height="5" fill="url(#g)"/><foreignObject><p>html in svg</p></foreignObject></svg><math><mi>x</mi><mo>=</mo><mn>1</mn></math>`,
  '/scroll': `<style>body { height: 4000px } #s { height: 60px; width: 100px; overflow: auto } #s div { height: 900px; width: 900px }</style><div id="s"><div>tall</div></div>`,
  '/odd': `<x-1>custom</x-1><foo bar="1">unknown</foo><p odd:name="1" @click="x" data-é="2">names</p><template><p>inert</p></template><noscript>no</noscript><ruby>漢<rt>kan</rt></ruby>`,
  '/dialog': `<dialog id="d"><p>modal</p><button>ok</button></dialog><div id="pop" popover>pop</div><details id="det"><summary>s</summary>body</details>`,
  '/many': `<ul id="list"><li>first</li></ul>`,
};

export const basics: readonly Case[] = [
  {
    name: 'texts, comments and white space',
    path: '/text',
    act: `(w) => { w.document.querySelector('b').firstChild.data = 'changed'; w.document.querySelector('p').normalize(); w.document.querySelector('pre').append('more', 'and more'); }`,
  },
  {
    name: 'fields of every kind, changed by script without events',
    path: '/forms',
    act: `(w) => { const $ = (s) => w.document.querySelector(s); $('#name').value = 'Bea'; $('#c').indeterminate = true; $('#c').checked = false; $('#r1').checked = true;
      $('#s').selectedIndex = 0; $('#m').options[1].selected = true; $('#t').value = 'typed'; $('#range').value = '77'; $('#d').valueAsNumber = 0; }`,
  },
  {
    name: 'a form that is reset',
    path: '/forms',
    act: `(w) => { w.document.querySelector('#name').value = 'zzz'; w.document.querySelector('form').reset(); }`,
  },
  {
    name: 'style elements, linked sheets and CSSOM',
    path: '/styles',
    act: `(w) => { const d = w.document; d.querySelector('#st').sheet.insertRule('.late { color: rgb(1, 2, 3) }', 0); d.styleSheets[0].insertRule('.linked { font-size: 33px }', 0);
      d.querySelector('#st').sheet.cssRules[1].style.setProperty('color', 'rgb(9, 9, 9)'); const s = new w.CSSStyleSheet(); s.insertRule('.b { background-color: rgb(4, 5, 6) }'); d.adoptedStyleSheets.push(s); }`,
  },
  {
    name: 'a style element whose text is replaced',
    path: '/styles',
    act: `(w) => { w.document.querySelector('#st').textContent = '.a { color: rgb(7, 7, 7) }'; }`,
  },
  {
    name: 'shadow roots with adopted sheets, one attached late',
    path: '/shadow',
    act: `(w) => { const box = w.document.querySelector('x-box'); box.shadowRoot.querySelector('p').append(' more'); box.shadowRoot.querySelector('input').value = 'new';
      const late = w.document.createElement('div'); w.document.body.append(late); box.append(w.document.createElement('x-box')); setTimeout(() => 0); }`,
  },
  {
    name: 'a shadow root attached to an element that is mirrored already',
    path: '/text',
    act: `(w) => { const host = w.document.body.appendChild(w.document.createElement('div')); w.parent.lab.flush(); host.attachShadow({ mode: 'open' }).innerHTML = '<p>late</p>'; }`,
  },
  {
    name: 'frames of the same origin, and what happens in them',
    path: '/frames',
    act: `(w) => { const inner = w.document.querySelector('#f').contentDocument; inner.querySelector('#mark').innerHTML = '<b>added</b>'; inner.querySelector('input').value = 'changed'; }`,
  },
  {
    name: 'a frame that is removed',
    path: '/frames',
    act: `(w) => w.document.querySelector('#f').remove()`,
  },
  {
    name: 'SVG and MathML',
    path: '/svg',
    act: `(w) => { const r = w.document.createElementNS('http://www.w3.org/2000/svg', 'clipPath'); w.document.querySelector('svg').append(r); w.document.querySelector('rect').setAttribute('width', '9'); }`,
  },
  {
    name: 'scroll positions of the page and of a scroller',
    path: '/scroll',
    act: `async (w) => { w.scrollTo(0, 500); w.document.querySelector('#s').scrollTo(20, 120); await new Promise((done) => w.setTimeout(done, 0)); await new Promise((done) => w.requestAnimationFrame(() => w.requestAnimationFrame(done))); }`,
  },
  {
    name: 'odd elements and names',
    path: '/odd',
    act: `(w) => { w.document.querySelector('foo').setAttribute('bar', '2'); w.document.querySelector('template').content.append('x'); }`,
  },
  {
    name: 'dialogs, popovers and details',
    path: '/dialog',
    act: `(w) => { w.document.querySelector('#d').showModal(); w.document.querySelector('#det').open = true; w.document.querySelector('#pop').showPopover(); }`,
  },
  {
    name: 'elements that change places with their ancestors, twice in one frame',
    path: '/text',
    act: `(w) => { const d = w.document; const a = d.createElement('section'), b = d.createElement('article'), c = d.createElement('em'); a.append(b); b.append(c, 'x'); d.body.append(a); w.parent.lab.flush();
      d.body.append(c); c.append(b); b.append(a); a.append('moved'); }`,
  },
  {
    name: 'wrapping, unwrapping and reordering siblings',
    path: '/many',
    act: `(w) => { const list = w.document.querySelector('#list'); for (let i = 0; i < 30; i++) list.append(Object.assign(w.document.createElement('li'), { textContent: i })); w.parent.lab.flush();
      for (const li of [...list.children].reverse()) list.append(li); const wrap = w.document.createElement('li'); list.children[3].replaceWith(wrap); wrap.append(list.children[9]); list.prepend(...[...list.children].slice(10, 15)); }`,
  },
  {
    name: 'masking that is switched on while shared',
    path: '/text',
    act: `(w) => w.document.querySelector('p').setAttribute('data-alongside', 'mask')`,
  },
  {
    name: 'blocking that is switched on while shared',
    path: '/text',
    act: `(w) => w.document.querySelector('p').setAttribute('data-alongside', 'block')`,
  },
  {
    name: 'a body that is replaced',
    path: '/text',
    act: `(w) => { const body = w.document.createElement('body'); body.innerHTML = '<h1>new</h1>'; w.document.body.replaceWith(body); }`,
  },
  {
    name: 'html set at once',
    path: '/text',
    act: `(w) => { w.document.body.innerHTML = '<p>a<p>b<table><tr><td>c</table>'; }`,
  },
];
