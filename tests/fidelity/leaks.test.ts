// What an attack on the promises of masking has tried, looked for in every byte that was sent: each secret is `hunter2-` and where it stood.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

let server: PageServer;
let shown = '';

beforeAll(async () => {
  server = await serveLab((path) => {
    if (path.startsWith('/page')) return { body: `<!doctype html>${shown}` };
    if (path === '/xhtml') return { body: shown, type: 'application/xhtml+xml' };
    return path === '/imported.css'
      ? { body: 'b::after { content: "hunter2-imported" }', type: 'text/css' }
      : undefined;
  });
});
afterAll(() => server?.close());

/** What was sent, when `act` has been done to the page. */
async function sent(page: Page, act: string): Promise<string> {
  return String(
    await page.evaluate(`(async (w, d) => {
    const $ = (selector) => d.querySelector(selector);
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    ${act};
    await frames();
    lab.flush();
    await frames();
    lab.flush();
    if (lab.live.failures.length) throw new Error(lab.live.failures.join());
    return lab.sent();
  })(lab.customer, lab.customer.document)`),
  );
}

const masked = (inner: string) => `<div id=m data-alongside="mask">${inner}</div>`;
const blocked = (inner: string) => `<div id=m data-alongside="block">${inner}</div>`;
const sheetIn = (css: string) => masked(`<style>${css}</style><p>x</p>`);

type Place = readonly [where: string, body: string, act?: string, path?: string];
const places: readonly Place[] = [
  [
    'attributes of a blocked element that change',
    blocked('x'),
    `$('#m').title = 'hunter2-title'; $('#m').setAttribute('data-x', 'hunter2-data')`,
  ],
  [
    'attributes of a placeholder that change',
    '<script id=s type=x></script><object id=o></object><template id=t></template><meta id=me>',
    `for (const id of 'sot') d.getElementById(id).setAttribute('data-x', 'hunter2-' + id); $('#me').setAttribute('value','hunter2-me'); $('#o').setAttribute('data', '/x?hunter2-odata'); $('#s').setAttribute('src', '/nothing?hunter2-src')`,
  ],
  [
    'names of undefined elements in a blocked place',
    blocked('<hunter2-blocked>x</hunter2-blocked>'),
  ],
  [
    'names of undefined elements in a blocked place, later',
    blocked('<p></p>') + '<i></i>',
    `$('p').innerHTML = '<hunter2-later></hunter2-later>'; $('i').innerHTML = '<x-y></x-y>'; lab.flush()`,
  ],
  [
    'a sheet: string closed by newline',
    sheetIn(`a{content:'oops\n} p::after{content:'hunter2-nl'}`),
  ],
  [
    'a sheet: escaped quote in selector',
    sheetIn(`.x\\'y{color:red} p::after{content:'hunter2-esc'}`),
  ],
  ['a sheet: quote in url', sheetIn(`a{background:url(x'y)} p::after{content:'hunter2-badurl'}`)],
  ['a sheet: escaped url', sheetIn(`p{background:\\75rl(hunter2-escurl.png)}`)],
  ['a sheet: escaped url 2', sheetIn(`p{background:u\\rl(hunter2-escurl2.png)}`)],
  ['a sheet: unquoted attribute value', sheetIn(`[data-a=hunter2-unquoted]{color:red}`)],
  [
    'inserted later rule',
    sheetIn('p{color:red}'),
    `$('style').sheet.insertRule('p::after{content:"hunter2-inserted"}', 0)`,
  ],
  [
    'inserted rule with oddities',
    sheetIn('p{color:red}'),
    `$('style').sheet.insertRule(".x\\\\'y, p::after{content:'hunter2-insesc'}", 0)`,
  ],
  [
    'rule style changed',
    sheetIn('p{color:red}'),
    `$('style').sheet.cssRules[0].style.setProperty('content', '"hunter2-set"')`,
  ],
  [
    'imported',
    sheetIn('@import "/imported.css";'),
    `for (let i=0;i<50 && !$('style').sheet?.cssRules?.[0]?.styleSheet;i++) await frames(); lab.live.mirror.snapshot()`,
  ],
  [
    'adopted replaced later',
    masked('<div id=h></div>'),
    `const r=$('#h').attachShadow({mode:'open'}); const s=new w.CSSStyleSheet(); r.adoptedStyleSheets=[s]; lab.flush(); s.replaceSync('p{content:"hunter2-replaced"}'); lab.flush(); s.insertRule('b{content:"hunter2-added"}')`,
  ],
  [
    'keyframes',
    masked('<p id=p>x</p>'),
    `$('#p').animate([{'--v':'hunter2-anim', content:'"hunter2-c"', backgroundImage:'url(/hunter2-bg)'},{opacity:1}], 9e5); $('#p').animate({opacity:[0,1]},{duration:9e5, id:'hunter2-id', pseudoElement:'::after'})`,
  ],
  [
    'motion masked later',
    '<p id=p>x</p>',
    `$('#p').dataset.alongside='mask'; $('#p').animate([{'--v':'hunter2-anim2', backgroundImage:'url(/hunter2-bg2)'},{opacity:1}], 9e5);`,
  ],
  [
    'field dotted later',
    '<style>.dots{-webkit-text-security:disc}</style><input id=f>',
    `$('#f').className='dots'; lab.flush(); $('#f').value='hunter2-dotted'`,
  ],
  [
    'field label later',
    '<label for=f id=l></label><input id=f>',
    `$('#l').textContent='Card number'; lab.flush(); $('#f').value='hunter2-labellater'`,
  ],
  [
    'field for later',
    '<label id=l>CVV</label><input id=f>',
    `$('#l').htmlFor='f'; lab.flush(); $('#f').value='hunter2-forlater'`,
  ],
  [
    'field labelledby text later',
    '<b id=l></b><input aria-labelledby=l id=f>',
    `$('#l').textContent='Password'; lab.flush(); $('#f').value='hunter2-bylater'`,
  ],
  [
    'field wrapped later',
    '<label id=l></label><input id=f>',
    `$('#l').textContent='CVC'; $('#l').append($('#f')); lab.flush(); $('#f').value='hunter2-wrapped'`,
  ],
  [
    'field label in same task as value',
    '<label for=f id=l></label><input id=f>',
    `$('#l').textContent='Card number'; $('#f').value='hunter2-sametask'`,
  ],
  [
    'label of shadow',
    '<div id=h></div>',
    `$('#h').attachShadow({mode:'open'}).innerHTML='<label for=f>Card number</label><input id=f value=hunter2-shadowlabel>'`,
  ],
  [
    'duplicate ids',
    '<input id=f value=hunter2-dup1><input id=f value=hunter2-dup2><label for=f>Name</label><label for=f>Card number</label>',
  ],
  [
    'an address beside an attribute with a bracket in its name',
    '<p><a href="/x?hunter2-oddname" a<b>l</a></p>',
  ],
  [
    'long data beside an attribute with a bracket in its name',
    `<p><i data-x="hunter2-long${'x'.repeat(80)}" a<b>l</i></p>`,
  ],
  ['xlink', `<p><svg><a xlink:href="/x?hunter2-xlink"><text>x</text></a></svg></p>`],
  [
    'xlink later',
    `<p><svg><a id=a><text>x</text></a></svg></p>`,
    `$('#a').setAttributeNS('http://www.w3.org/1999/xlink','xlink:href','/x?hunter2-xl'); $('#a').setAttributeNS('http://www.w3.org/1999/xlink','href','/x?hunter2-xl2')`,
  ],
  [
    'clobbered nextSibling',
    `<form data-alongside=mask><input name=nextSibling><p>hunter2-clobber</p></form>`,
  ],
  [
    'clobbered nodeType',
    `<form data-alongside=mask><img name=nodeType><p>hunter2-nodetype</p></form>`,
    `$('p').textContent='hunter2-nodetype2'`,
  ],
  [
    'clobbered firstChild',
    `<div data-alongside=mask><form id=ff><p>hunter2-p</p><i><button name=firstChild><b>hunter2-first</b></button></i></form></div>`,
  ],
  [
    'clobbered parentNode',
    `<form data-alongside=mask><img name=parentNode><p>x</p></form>`,
    `$('p').append(d.createTextNode('hunter2-parent')); $('form').append('hunter2-p2')`,
  ],
  [
    'clobbered getAttribute',
    `<form data-alongside=mask><img name=getAttribute><p>hunter2-ga</p></form>`,
  ],
  ['clobbered localName', `<form data-alongside=mask><img name=localName><p>hunter2-ln</p></form>`],
  [
    'clobbered attributes',
    `<form data-alongside=mask title=hunter2-title><img name=attributes><p>hunter2-attrs</p></form>`,
  ],
  [
    'clobbered shadowRoot/assignedSlot',
    `<form data-alongside=mask title=hunter2-title><img name=assignedSlot><img name=shadowRoot><img name=isConnected><p>hunter2-as</p></form>`,
    `$('p').textContent='hunter2-as2'`,
  ],
  [
    'clobbered outerHTML',
    `<div><form title=t><img name=outerHTML><img name=hasAttribute><img name=namespaceURI><p>x</p></form></div>`,
  ],
  [
    'the title, behind that of a drawing',
    `<body><svg><title>x</title></svg><div data-alongside=mask><title>hunter2-title</title></div>`,
  ],
  [
    'title of a masked page',
    `<html data-alongside=mask><title>hunter2-mt</title>`,
    `d.title='hunter2-mt2'`,
  ],
  [
    'url of a masked page',
    `<html data-alongside=mask><title>t</title>`,
    `w.history.pushState(0,'','/page/hunter2-push?hunter2-q#hunter2-h')`,
  ],
  [
    'url of a blocked page',
    `<html data-alongside=block><title>hunter2-bt</title>`,
    `w.history.pushState(0,'','/page/hunter2-bpush?hunter2-q#hunter2-h')`,
  ],
  ['url query', `<title>t</title>`, `w.history.pushState(0,'','/page?hunter2-q#hunter2-h')`],
  [
    'base of a masked page',
    `<html data-alongside=mask><base href="/hunter2-base/x"><title>t</title>`,
  ],
  [
    'state in comment of masked sheet',
    sheetIn('/* :state(hunter2-state) */'),
    `w.customElements.define('x-s', class extends w.HTMLElement{constructor(){super();this.attachInternals().states.add('hunter2-state')}}); d.body.append(d.createElement('x-s'))`,
  ],
  [
    'twice in one task',
    '<p id=p>x</p>',
    `$('#p').title='a'; $('#p').dataset.alongside='mask'; $('#p').title='hunter2-t'; `,
  ],
  [
    'twice in one task, back and forth',
    '<p id=p>x</p>',
    `$('#p').dataset.alongside='mask'; $('#p').title='hunter2-t'; $('#p').removeAttribute('data-alongside'); await 0; $('#p').dataset.alongside='mask'`,
  ],
  [
    'moved into masked in one task',
    masked('') + '<p id=p>x</p>',
    `$('#p').firstChild.data='hunter2-mv'; $('#p').title='hunter2-mvt'; $('#m').append($('#p'))`,
  ],
  [
    'moved text from unmasked to masked',
    masked('') + '<p id=p>x</p>',
    `const t=$('#p').firstChild; $('#m').append(t); await 0; t.data='hunter2-txt'`,
  ],
  [
    'text in span masked by ancestor attribute changed same flush',
    '<div id=o><p id=p>x</p></div>',
    `$('#p').firstChild.data='hunter2-anc'; await 0; $('#o').dataset.alongside='mask'`,
  ],
  [
    'comments and instructions of script',
    masked('<p></p>'),
    `$('p').append(d.createProcessingInstruction('x','hunter2-pi')); d.body.append(d.createProcessingInstruction('x','hunter2-pi2'), d.createComment('hunter2-c'), d.createElement('b')); const q=d.createElement('q'); q.append(d.createComment('a--> hunter2-c2 <!--b'), d.createComment('--> hunter2-c3'), d.createComment('> hunter2-c4'), d.createProcessingInstruction('x','hunter2-pi3')); d.body.append(q)`,
  ],
  [
    'comments',
    '<p>x<!--hunter2-a--><b>y</b><!--hunter2-b- --></p><div><!-->hunter2-c--></div>'.replace(
      '<!-->hunter2-c-->',
      '<!-- >hunter2-c-->',
    ),
  ],
  [
    'xhtml',
    `<html xmlns="http://www.w3.org/1999/xhtml"><body><div><p data-alongside="mask">hunter2-x<![CDATA[hunter2-cd]]></p><!-- hunter2-cm --><?x hunter2-pi?><a href="/x?hunter2-q">l</a><input type="password" value="hunter2-pw"/><x:input xmlns:x="http://www.w3.org/1999/xhtml" type="password" value="hunter2-pref"/><i><b data-alongside="MASK" title="hunter2-t">hunter2-b</b></i></div></body></html>`,
    '',
    '/xhtml',
  ],
  [
    'xhtml prefixes',
    `<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:div><h:p data-alongside="mask">hunter2-x</h:p><h:a href="/x?hunter2-q">l</h:a><h:input type="password" value="hunter2-pw"/></h:div></h:body></h:html>`,
    '',
    '/xhtml',
  ],
  [
    'masked defaultView clobber in frame',
    masked('<iframe srcdoc="<img name=defaultView><p>hunter2-fr</p>"></iframe>'),
    `for(let i=0;i<20;i++) await frames(); const fd=$('iframe').contentDocument; fd.querySelector('p').textContent='hunter2-fr2'; fd.querySelector('p').id='name'`,
  ],
  [
    'slice',
    '<div id=big></div>',
    `$('#big').innerHTML='<p>x</p>'.repeat(30000)+'<section id=s><b>hunter2-slice</b></section>'; w.setTimeout(() => {}, 0); lab.live.mirror; await new Promise(r=>setTimeout(r,40)); $('#big').dataset.alongside='mask'; for(let i=0;i<30;i++) await frames()`,
  ],
  [
    'select option',
    masked('<select><option>hunter2-o</option></select>'),
    `$('option').text='hunter2-o2'; $('select').append(new w.Option('hunter2-o3','hunter2-v3'))`,
  ],
  [
    'value prop of masked',
    masked(
      '<input id=f><textarea>hunter2-ta</textarea><input type=submit value=hunter2-s><input type=range value=42><output>hunter2-out</output>',
    ),
    `$('#f').value='hunter2-v'; $('textarea').value='hunter2-tv'; $('#f').setCustomValidity('hunter2-cv')`,
  ],
  [
    'iframe attrs masked',
    masked('<iframe src="/framed/hunter2-a?hunter2-b" name=hunter2-n title=hunter2-t></iframe>'),
  ],
];

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open } = useLab(launch, () => server);
  test.each(places)(`[MASK-4] ${of}: not from %s`, async (_, body, act, path) => {
    shown = body!;
    const page = await open(path ?? '/page');
    expect(((await sent(page, act ?? '')).match(/hunter2[\w-]*/g) ?? []).join()).toBe('');
  });
});
