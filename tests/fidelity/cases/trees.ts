// What else a tree can hold, and every way it is rearranged.
import { act } from './act.ts';
import type { Case } from './case.ts';

export const trees: readonly Case[] = [
  {
    name: 'twenty thousand siblings: one more, one fewer, one moved, one changed',
    html: `<div id="t"></div>`,
    act: act(
      `const t = $('#t'); t.innerHTML = '<i>x</i>'.repeat(20000); flush(); t.append('end'); t.children[1500].remove(); t.prepend(t.children[9000]); t.children[3].textContent = 'y'; flush(); t.insertBefore(d.createElement('b'), t.children[10000]);`,
    ),
  },
  {
    name: 'two thousand siblings, turned round, and every second one taken out',
    html: `<ol id="t"></ol>`,
    act: act(
      `const t = $('#t'); for (let i = 0; i < 2000; i++) t.append(Object.assign(d.createElement('li'), { textContent: i })); flush(); t.append(...[...t.children].reverse()); flush(); [...t.children].forEach((li, i) => i % 2 && li.remove());`,
    ),
  },
  {
    name: 'four hundred levels',
    html: `<div id="t"></div>`,
    act: act(
      `let at = $('#t'); for (let i = 0; i < 400; i++) at = at.appendChild(d.createElement(i % 2 ? 'div' : 'span')); at.append('bottom'); flush(); at.append('changed'); const half = d.querySelectorAll('span')[100]; $('#t').after(half);`,
    ),
  },
  {
    name: 'drawings with gradients, masks, symbols, patterns, filters, markers and pictures',
    html: `<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><linearGradient id="g2" xlink:href="#g" gradientTransform="rotate(90)"/><clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath><mask id="m"><rect width="100" height="100" fill="white"/></mask><symbol id="s" viewBox="0 0 10 10"><path d="M0 0L10 10" stroke="black"/></symbol><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="2" height="2"/></pattern><filter id="f"><feGaussianBlur stdDeviation="2"/><feOffset dx="1"/></filter><marker id="k" markerWidth="4" markerHeight="4"><circle r="2"/></marker></defs><rect width="90" height="90" fill="url(#g)" clip-path="url(#c)" mask="url(#m)"/><use href="#s" x="100" width="40" height="40"/><use xlink:href="#s" x="150" width="30" height="30"/><rect x="100" y="50" width="40" height="40" fill="url(#p)" filter="url(#f)"/><path d="M150 50h40" stroke="url(#g2)" marker-end="url(#k)"/><text x="5" y="95"><tspan dx="2" font-weight="bold">t</tspan></text><switch><g systemLanguage="en"><text y="20">en</text></g><g><text y="20">other</text></g></switch></svg>`,
    act: act(
      `$('stop').setAttribute('stop-color', 'lime'); $('#s path').setAttribute('d', 'M0 10L10 0'); const u = $('use'); u.removeAttribute('href'); u.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#k'); flush(); u.setAttribute('href', '#s'); $('svg').setAttribute('viewBox', '0 0 300 150'); $('svg').style.setProperty('fill', 'rgb(1,2,3)');`,
    ),
  },
  {
    name: 'text on a path whose path changes, HTML in a drawing, a drawing in that',
    html: `<svg width="200" height="80" xmlns:xlink="http://www.w3.org/1999/xlink"><path id="p" d="M0 40h150" fill="none"/><text><textPath xlink:href="#p" startOffset="10%">along it</textPath></text><foreignObject width="90" height="40"><div xmlns="http://www.w3.org/1999/xhtml">html <svg width="10" height="10"><circle r="5"/></svg><input value="v"></div></foreignObject></svg>`,
    act: act(
      `$('#p').setAttribute('d', 'M0 60q40 -60 150 0'); $('foreignObject div').append('more'); $('foreignObject input').value = 'typed';`,
    ),
  },
  {
    name: 'formulas, with what they are annotated with',
    html: `<math display="block"><mrow><msubsup><mo>\u222b</mo><mn>0</mn><mi>\u03c0</mi></msubsup><mfrac linethickness="2px"><mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow><msqrt><mn>2</mn></msqrt></mfrac><mtable><mtr><mtd>a</mtd><mtd>b</mtd></mtr></mtable></mrow><semantics><mi>x</mi><annotation encoding="t">x</annotation></semantics></math>`,
    act: act(
      `const m = (n, t) => { const e = d.createElementNS('http://www.w3.org/1998/Math/MathML', n); e.append(t); return e; }; $('mfrac').replaceWith(m('mroot', m('mi', 'y'))); $('mroot').append(m('mn', '3')); $('math').setAttribute('mathsize', '24px');`,
    ),
  },
  {
    name: 'elements of no namespace and of odd ones, with attributes of odd ones',
    html: `<div id="t"></div>`,
    act: act(
      `const t = $('#t'), e = d.createElementNS('urn:a', 'a:b'); e.setAttributeNS('urn:c', 'c:d', 'v'); e.setAttributeNS(null, 'E', 'F'); t.append(e, d.createElementNS('', 'plain'), d.createElementNS('http://www.w3.org/1999/xhtml', 'p:q')); flush(); e.setAttributeNS('urn:c', 'c:d', 'w'); e.removeAttributeNS(null, 'E'); e.append('in it');`,
    ),
  },
  {
    name: 'odd names of elements and attributes, as the parser takes them',
    html: `<p a"b="1" <c="2" \u00e9="3" 1="4" x:y="5" .z="6" #q [r]="s" (t)="u" *v="w" @x.y="z" data-A="b" aria-\u00fc="c">names</p><x-\u00e9\ud83d\ude00>e</x-\u00e9\ud83d\ude00><a-b.c_d>f</a-b.c_d><o:p>g</o:p><svg:rect>h</svg:rect><h7>i</h7><image>j`,
    act: act(
      `$('p').setAttribute('new', ''); $('p').removeAttribute('[r]'); $('a-b\\\\.c_d').append('more');`,
    ),
  },
  {
    name: 'built-ins that the page has made its own',
    html: `<style>[is]{color:rgb(1,2,3)}ul[is="x-list"]{padding:0}</style><ul is="x-list"><li>one</ul><button is="x-button">b</button>`,
    act: act(
      `w.customElements.define('x-list', class extends w.HTMLUListElement { connectedCallback() { this.append(Object.assign(d.createElement('li'), { textContent: 'own' })); } }, { extends: 'ul' }); w.customElements.define('x-button', class extends w.HTMLButtonElement { connectedCallback() { this.textContent = 'own'; } }, { extends: 'button' }); flush(); d.body.append(d.createElement('button', { is: 'x-button' }));`,
    ),
  },
  {
    name: 'comments, instructions and sections of data between siblings, changed and moved',
    html: `<p>a</p><!-- c --><p>b</p>`,
    act: act(
      `const c = d.body.childNodes[1]; c.data = 'changed'; const pi = d.createProcessingInstruction('x', 'y'); d.body.prepend(pi); d.body.append(c); pi.data = 'z'; flush(); c.before('t', d.createComment('--')); $('p').append(d.createComment(''));`,
    ),
  },
  {
    name: 'selectors that count, with scripts, templates and text in between',
    html: `<style>p:first-child{color:rgb(1,0,0)}p:last-child{color:rgb(2,0,0)}p:nth-child(3){color:rgb(3,0,0)}p:nth-last-child(2){font-size:20px}p:only-of-type{color:rgb(5,0,0)}p:nth-of-type(2n){padding:2px}script+p{margin:9px}template+p{margin:8px}p:not(:empty)~b{color:rgb(7,7,7)}:root:has(template){letter-spacing:1px}div:empty{height:4px}head~body{text-indent:2px}</style><section><script></script><p>1</p><template><p>t</p></template><p>2</p><noscript><p>n</p></noscript><p>3</p></section><section><p>only</p><b>b</b><script>1</script></section><div><!-- c --></div><div> </div>`,
    act: act(
      `$('section').prepend(d.createElement('script')); $('template').remove(); $('section').append(d.createElement('meta'), d.createElement('p')); $('div').append('full');`,
    ),
  },
  {
    name: 'tables in every part, rearranged by their own means',
    html: `<table id="t"><caption>c</caption><colgroup><col style="width:50px"><col></colgroup><thead><tr><th>h<th>i</thead><tbody><tr><td>1<td>2<tr><td colspan="2">3</tbody></table>`,
    act: act(
      `const t = $('#t'); t.insertRow(1).insertCell().textContent = 'new'; t.tBodies[0].deleteRow(0); t.createTFoot().insertRow().insertCell().colSpan = 2; flush(); t.deleteCaption(); t.tBodies[0].append(...[...t.tBodies[0].rows].reverse()); $('col').span = 2; t.createCaption().append('again');`,
    ),
  },
  {
    name: 'what old pages are made of',
    html: `<center><font color="red" size="5" face="serif">f</font></center><marquee scrollamount="0">m</marquee><xmp><b>raw</b></xmp><listing>l</listing><nobr>n</nobr><big>b</big><tt>t</tt><strike>s</strike><acronym>a</acronym><dir><li>d</dir><table bgcolor="yellow" border="1" cellpadding="5"><tr><td align="right" nowrap>t</table><hr noshade size="4" width="50%"><ul type="square"><li>u</ul><p align="center">p</p>`,
    act: act(
      `$('font').color = 'blue'; $('table').setAttribute('cellspacing', '9'); $('marquee').append('more');`,
    ),
  },
  {
    name: 'words above words, in both directions, with breaks of all kinds',
    html: `<ruby>\u6f22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><p dir="rtl">\u05d0\u05d1 <bdi>abc</bdi> <bdo dir="ltr">\u05d0</bdo></p><p>long<wbr>word&shy;with&nbsp;breaks\u200b</p><pre>\n\n kept\t\n</pre><p lang="de">\u00df</p><p>e\u0301 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67</p>`,
    act: act(`$('pre').prepend('\\n'); $('rt').textContent = 'x'; $('[dir=rtl]').dir = 'ltr';`),
  },
  {
    name: 'an address that others are counted from, changed',
    html: `<base href="/deep/"><img src="x.png" width="9" height="9"><div style="background:url(y.png)">x</div>`,
    act: act(
      `$('base').href = '/else/'; flush(); $('base').remove(); flush(); $('div').style.backgroundImage = 'url(z.png)';`,
    ),
  },
  {
    name: 'a node that is taken out and put back, in one frame and in the next',
    html: `<div id="a"><p id="p"><b>x</b><input value="v"></p></div><div id="b"></div>`,
    act: act(
      `const p = $('#p'); $('input').value = 'typed'; p.remove(); $('#b').append(p); flush(); p.remove(); flush(); p.querySelector('b').textContent = 'changed away'; $('#a').append(p); flush(); p.replaceWith('text', p); $('#a').innerHTML = $('#a').innerHTML;`,
    ),
  },
  {
    name: 'a node that is moved so that it keeps all it has',
    html: `<div id="a"><div id="m"><input id="i" value="v"><details open><summary>s</summary>t</details><div id="p" popover="manual">pop</div></div></div><div id="b"></div>`,
    act: act(
      `$('#p').showPopover(); $('#i').focus(); flush(); if ($('#b').moveBefore) $('#b').moveBefore($('#m'), null); flush(); $('#i').value = 'after';`,
    ),
  },
  {
    name: 'fragments, ranges, adjacent HTML and outer HTML',
    html: `<div id="t"><p>one <b>two</b> three</p></div>`,
    act: act(
      `const r = d.createRange(), p = $('p'); r.setStart(p.firstChild, 2); r.setEnd(p.lastChild, 3); const cut = r.extractContents(); flush(); $('#t').append(cut); $('#t').insertAdjacentHTML('afterbegin', '<i>adj</i>'); p.insertAdjacentElement('beforebegin', d.createElement('hr')); p.insertAdjacentText('afterend', 'text'); flush(); p.outerHTML = '<ul><li>outer</ul>'; r.selectNode($('ul')); r.deleteContents(); r.insertNode(d.createTextNode('ins')); $('#t').firstChild.replaceWith(...$('#t').cloneNode(true).childNodes); $('#t').lastChild.splitText?.(1); $('#t').normalize();`,
    ),
  },
  {
    name: 'many attributes, set, taken away and set again in one frame',
    html: `<p id="p" class="a" style="color:red" title="t" data-x="1">x</p>`,
    act: act(
      `const p = $('#p'); for (let i = 0; i < 50; i++) { p.setAttribute('data-n' + i, i); p.title = 't' + i; p.classList.toggle('b'); p.style.opacity = i / 50; } p.removeAttribute('data-x'); p.setAttribute('data-x', '2'); flush(); for (const { name } of [...p.attributes]) if (name !== 'id') p.removeAttribute(name); p.hidden = true; flush(); p.hidden = 'until-found'; p.lang = 'de'; p.translate = false; p.inert = true; p.draggable = true;`,
    ),
  },
  {
    name: 'details in a group, within each other, opened by hand',
    html: `<style>details::details-content{color:rgb(1,2,3)}summary{list-style:none}</style><details name="n" open><summary id="a">a</summary>1<details name="n2"><summary>i</summary>in</details></details><details name="n"><summary id="b">b</summary>2</details>`,
    hand: [{ click: `d.querySelector('#b')` }, { click: `d.querySelector('#a')` }],
  },
];
