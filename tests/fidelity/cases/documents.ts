// Documents: in frames of the same origin, nested, rewritten, replaced; and the page's own, written anew.
import { act } from './act.ts';
import type { Case } from './case.ts';

export const documents: readonly Case[] = [
  {
    name: 'frames three deep, each changed',
    html: `<iframe srcdoc="<p>1</p><iframe srcdoc='<p>2</p><iframe srcdoc=&amp;quot;<p>3</p>&amp;quot;></iframe>'></iframe>"></iframe>`,
    act: act(
      `for (let at = d, i = 0; i < 3; i++) { at = at.querySelector('iframe')?.contentDocument; if (!at) break; at.querySelector('p').append(' changed'); at.body.style.color = 'rgb(' + i + ',2,3)'; }`,
    ),
  },
  {
    name: 'a frame that goes elsewhere, and back, by itself',
    html: `<iframe id="f" src="/inner"></iframe>`,
    act: act(
      `let there = loaded($('#f')); $('#f').contentWindow.location.href = '/tall'; await there; flush(); there = loaded($('#f')); $('#f').contentWindow.location.replace('/inner'); await there; flush(); $('#f').contentDocument.querySelector('input').value = 'again';`,
    ),
  },
  {
    name: 'a frame whose srcdoc is set, set again, and taken away',
    html: `<iframe id="f" srcdoc="<p>one</p>"></iframe>`,
    act: act(
      `let there = loaded($('#f')); $('#f').srcdoc = '<b>two</b>'; await there; flush(); there = loaded($('#f')); $('#f').srcdoc = '<i>three</i>'; await there; flush(); there = loaded($('#f')); $('#f').removeAttribute('srcdoc'); await there;`,
    ),
  },
  {
    name: 'an empty frame that script fills, before and after its load',
    html: `<div id="t"></div>`,
    act: act(
      `const f = d.createElement('iframe'); $('#t').append(f); f.contentDocument.body.innerHTML = '<p>filled</p>'; flush(); f.contentDocument.body.append('more'); await frames(); flush(); f.contentDocument.head.innerHTML = '<style>p{color:rgb(1,2,3)}</style>';`,
    ),
  },
  {
    name: 'a frame that is written again and again',
    html: `<iframe id="f" src="/inner"></iframe>`,
    act: act(
      `for (const word of ['one', 'two', 'three']) { const f = $('#f').contentDocument; f.open(); f.write('<!doctype html><style>b{color:rgb(1,2,3)}</style><b>' + word + '</b>'); f.close(); flush(); f.body.append(' and more'); await frames(); flush(); }`,
    ),
  },
  {
    name: 'a frame that is written piece by piece',
    html: `<iframe id="f"></iframe>`,
    act: act(
      `const f = $('#f').contentDocument; f.open(); f.write('<!doctype html><p>be'); flush(); f.write('gun</p><ul><li>one'); await frames(); flush(); f.write('<li>two</ul>'); f.close(); f.body.append('end');`,
    ),
  },
  {
    name: 'a frame that is taken out, put back, wrapped and moved with what holds it',
    html: `<div id="a"><section><iframe src="/inner"></iframe></section></div><div id="b"></div>`,
    act: act(
      `let f = $('iframe'); f.remove(); flush(); let there = loaded(f); $('#b').append(f); await there; flush(); there = loaded(f); const wrap = d.createElement('div'); f.replaceWith(wrap); wrap.append(f); await there; flush(); there = loaded(f); $('#a').append(wrap); await there; flush(); f.contentDocument.querySelector('#mark').append('marked');`,
    ),
  },
  {
    name: 'a frame that is moved so that it stays as it is',
    html: `<div id="a"><p>before</p><div id="w"><iframe src="/inner"></iframe></div></div><div id="b"></div>`,
    act: act(
      `const f = $('iframe').contentDocument; f.querySelector('input').value = 'kept'; flush(); if ($('#b').moveBefore) $('#b').moveBefore($('#w'), null); flush(); $('iframe').contentDocument.querySelector('#mark')?.append('after');`,
    ),
  },
  {
    name: 'sheets, fields, roots, layers and scrolling in a frame',
    html: `<iframe id="f" srcdoc="<!doctype html><style id=s>p{color:rgb(1,1,1)}</style><p>p</p><input><div id=h></div><dialog>d</dialog><div style='height:3000px'></div>"></iframe>`,
    act: act(
      `const v = $('#f').contentWindow, f = v.document, at = (s) => f.querySelector(s); at('#s').sheet.insertRule('p{font-size:25px}', 1); const s = new v.CSSStyleSheet(); s.replaceSync('p{padding:4px}'); f.adoptedStyleSheets = [s]; at('input').value = 'typed'; at('#h').attachShadow({ mode: 'open' }).innerHTML = '<b>root</b>'; at('dialog').showModal(); v.scrollTo(0, 200); await frames(); flush(); s.replaceSync('p{padding:9px}'); at('#s').sheet.cssRules[0].style.color = 'rgb(3,3,3)'; at('dialog').close(); await frames();`,
    ),
  },
  {
    name: 'an element that goes into a frame, and one that comes out',
    html: `<p id="p"><b>goes</b></p><iframe id="f" srcdoc="<p id=q>comes</p>"></iframe>`,
    act: act(
      `const f = $('#f').contentDocument, q = f.querySelector('#q'); f.body.append($('#p')); d.body.append(q); flush(); q.append(' more'); f.querySelector('#p').className = 'in';`,
    ),
  },
  {
    name: 'a frame with its element or body replaced',
    html: `<iframe id="f" src="/inner"></iframe>`,
    act: act(
      `const f = $('#f').contentDocument; const b = f.createElement('body'); b.innerHTML = '<p>other body</p>'; f.body.replaceWith(b); flush(); const h = f.createElement('html'); h.innerHTML = '<head></head><body><p>other element</p></body>'; f.documentElement.replaceWith(h); flush(); f.body.append('and more');`,
    ),
  },
  {
    name: 'elements in a frame stay those of the frame’s own window',
    html: `<iframe id="f" src="/inner"></iframe>`,
    act: act(
      `const v = $('#f').contentWindow, f = v.document; f.body.insertAdjacentHTML('beforeend', '<section><p id="z">z</p></section>'); flush(); for (const e of f.querySelectorAll('section, #z')) if (!(e instanceof v.HTMLElement)) throw new Error('another window’s element');`,
    ),
  },
  {
    name: 'a set of frames, in rows and columns',
    html: `<html><head><title>set</title></head><frameset cols="30%,70%"><frame src="/inner"><frameset rows="50%,50%"><frame src="/tall"><frame src="/inner"></frameset></frameset></html>`,
    act: act(`await frames();`),
  },
  {
    name: 'a frame that is hidden, then shown; one of no size; one that loads late',
    html: `<iframe id="f" src="/inner" style="display:none"></iframe><iframe width="0" height="0" srcdoc="<p>z</p>"></iframe><iframe id="l" loading="lazy" srcdoc="<p>lazy</p>"></iframe>`,
    act: act(
      `$('#f').style.display = ''; await frames(); $('#f').contentDocument.querySelector('#mark').append('seen');`,
    ),
  },
  {
    name: 'a page that is written anew twice, with sheets and fields, and then changed',
    html: `<p>old</p>`,
    act: act(
      `d.open(); d.write('<!doctype html><style>p{color:rgb(1,1,1)}</style><p>first</p>'); d.close(); flush(); d.open(); d.write('<!doctype html><style id=s>p{color:rgb(2,2,2)}</style><p>second</p><input id=i><div id=h></div>'); d.close(); flush(); $('#i').value = 'typed'; $('#s').sheet.insertRule('p{font-size:30px}', 1); $('#h').attachShadow({ mode: 'open' }).innerHTML = '<b>root</b>'; flush(); $('#h').shadowRoot.append('x'); $('#s').sheet.cssRules[0].style.color = 'rgb(3,3,3)';`,
    ),
  },
  {
    name: 'a page whose head or element is replaced, and then changed',
    html: `<p>old</p>`,
    act: act(
      `const head = d.createElement('head'); head.innerHTML = '<title>t</title><style>p{color:rgb(1,2,3)}</style>'; d.head.replaceWith(head); flush(); const h = d.createElement('html'); h.innerHTML = '<head><style>b{color:rgb(4,5,6)}</style></head><body><b>new</b></body>'; d.replaceChild(h, d.documentElement); flush(); d.body.append('more'); d.documentElement.className = 'x';`,
    ),
  },
];
