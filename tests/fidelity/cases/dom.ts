// What a tree can hold, and what scripts do to it.
import type { Case } from './case.ts';

export const dom: readonly Case[] = [
  {
    name: 'SVG with text on a path, use and links',
    html: String.raw`<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="100"><defs><path id="p" d="M0 0h50"/><g id="g"><circle r="4"/></g></defs><text><textPath xlink:href="#p">on a path</textPath></text><use xlink:href="#g" x="3"/><use href="#g"/><a href="/x"><text>link</text></a></svg>`,
    act: String.raw`(w)=>{const NS='http://www.w3.org/2000/svg',X='http://www.w3.org/1999/xlink';const u=w.document.createElementNS(NS,'use');u.setAttributeNS(X,'xlink:href','#g');w.document.querySelector('svg').append(u);w.document.querySelector('circle').setAttribute('r','9')}`,
  },
  {
    name: 'MathML and elements of other namespaces',
    html: String.raw`<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math><div id="t"></div>`,
    act: String.raw`(w)=>{const d=w.document;d.querySelector('#t').append(d.createElementNS('urn:x','odd'),d.createElementNS(null,'none'),d.createElementNS('http://www.w3.org/1998/Math/MathML','mi'))}`,
  },
  {
    name: 'comments and processing instructions between siblings',
    html: String.raw`<p>a</p><!-- c --><p>b</p>`,
    act: String.raw`(w)=>{const d=w.document;const pi=d.createProcessingInstruction('x','y');d.body.insertBefore(pi,d.body.lastChild);d.body.prepend(d.createComment('z'))}`,
  },
  {
    name: 'selectors that count siblings',
    html: String.raw`<style>li:first-child{color:red}li:nth-child(2){color:rgb(0,0,255)}li:last-of-type{color:rgb(0,128,0)}li+li{margin-left:5px}p:empty{height:9px}</style><ul><script></script><li>1<li>2<li>3</ul><p></p>`,
    act: String.raw`(w)=>{w.document.querySelector('ul').prepend(w.document.createElement('li'))}`,
  },
  {
    name: 'templates, noscript and base',
    html: String.raw`<base href="/deep/"><template><p>t</p></template><noscript><p>n</p></noscript><p>x</p>`,
    act: String.raw`(w)=>{w.document.querySelector('base').remove();w.document.body.append(w.document.createElement('template'))}`,
  },
  {
    name: 'customised built-ins and names with odd characters',
    html: String.raw`<button is="x-b">b</button><p data-a.b="1" aria-label="l">p</p>`,
    act: String.raw`(w)=>{w.document.body.append(w.document.createElement('x-é'),w.document.createElement('a-b.c'))}`,
  },
  {
    name: 'an html element that is replaced',
    html: String.raw`<p>old</p>`,
    act: String.raw`(w)=>{const d=w.document;const h=d.createElement('html');h.lang='de';h.innerHTML='<head><title>n</title></head><body><p>new</p></body>';d.documentElement.replaceWith(h)}`,
  },
  {
    name: 'a document written anew',
    html: String.raw`<p>old</p>`,
    act: String.raw`(w)=>{const d=w.document;d.open();d.write('<!doctype html><title>w</title><p id=a>written</p>');d.close();d.body.append('more')}`,
  },
  {
    name: 'changes after a document was written anew',
    html: String.raw`<p>old</p>`,
    act: String.raw`(w)=>{const d=w.document;d.open();d.write('<!doctype html><p id=a>written</p><input id=i>');d.close();w.parent.lab.flush();d.querySelector('#a').textContent='changed';d.querySelector('#i').value='typed'}`,
  },
  {
    name: 'links that styles ask for by their address',
    html: String.raw`<style>a[href^="/x"]{color:rgb(1,2,3)}a[href$=".pdf"]{color:rgb(4,5,6)}a:not([href]){color:rgb(7,8,9)}</style><a href="/x/1">x</a><a href="/f.pdf">f</a><a>n</a>`,
  },
  {
    name: 'fields that styles ask for by their state',
    html: String.raw`<style>input:disabled{color:rgb(1,1,1)}input[type=text]{color:rgb(2,2,2)}input:required{background-color:rgb(3,3,3)}button[disabled]{color:rgb(4,4,4)}fieldset:disabled{color:rgb(5,5,5)}</style><input disabled><input type="text"><input required><button disabled>b</button><fieldset disabled>f</fieldset>`,
  },
  {
    name: 'forms within forms, paragraphs within paragraphs and tables out of order',
    html: String.raw`<div id="t"></div>`,
    act: String.raw`(w)=>{const d=w.document;const mk=(n,...c)=>{const e=d.createElement(n);e.append(...c);return e};d.querySelector('#t').append(mk('form','a',mk('form','b')),mk('p','a',mk('p','b')),mk('table','t',mk('div','d')),mk('tr','x',mk('td','y')),mk('a',mk('a','n')))}`,
  },
  {
    name: 'text without elements, empty texts, long texts',
    html: String.raw`<div id="t"></div>`,
    act: String.raw`(w)=>{const d=w.document;const t=d.querySelector('#t');t.append('','a','','b','x'.repeat(70000));t.before('');}`,
  },
  {
    name: 'a node that is moved to another place while it changes',
    html: String.raw`<div id="a"><p id="p"><b>x</b></p></div><div id="b"></div>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#b').append($('#p'));$('#p').className='m';$('b').textContent='y';$('#a').remove()}`,
  },
  {
    name: 'attributes of namespaces, empty ones, removed ones',
    html: String.raw`<p id="p" hidden title="">x</p>`,
    act: String.raw`(w)=>{const p=w.document.querySelector('#p');p.removeAttribute('hidden');p.setAttributeNS('http://www.w3.org/XML/1998/namespace','xml:lang','de');p.setAttribute('title','t');p.toggleAttribute('inert')}`,
  },
  {
    name: 'details, opened and closed by script, and by name',
    html: String.raw`<details id="a" name="n" open><summary>a</summary>1</details><details id="b" name="n"><summary>b</summary>2</details>`,
    act: String.raw`(w)=>{w.document.querySelector('#b').open=true}`,
  },
];
