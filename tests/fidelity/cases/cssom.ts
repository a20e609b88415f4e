// Sheets as script edits them, beyond the first of each kind.
import { act } from './act.ts';
import type { Case } from './case.ts';

const make = `const make = (text, options) => { const sheet = new w.CSSStyleSheet(options); sheet.replaceSync(text); return sheet; };`;

export const cssom: readonly Case[] = [
  {
    name: 'adopted by a shadow root: set, pushed, spliced, put at an index, cut off, cleared',
    html: `<div id="h"><template shadowrootmode="open"><p class="a">a</p></template></div>`,
    act: act(
      `${make} const r = $('#h').shadowRoot; r.adoptedStyleSheets = [make('.a{color:rgb(1,1,1)}')]; flush(); r.adoptedStyleSheets.push(make('.a{background-color:rgb(2,2,2)}')); flush();
      r.adoptedStyleSheets.splice(0, 1, make('.a{font-size:25px}'), make('.a{padding:3px}')); flush(); r.adoptedStyleSheets[0] = make('.a{margin:9px}'); flush(); r.adoptedStyleSheets.length = 2; flush();
      r.adoptedStyleSheets.unshift(make('.a{color:rgb(9,9,9)}')); flush(); r.adoptedStyleSheets = []; flush(); r.adoptedStyleSheets = [make('.a{color:rgb(8,8,8)}')];`,
    ),
  },
  {
    name: 'adopted twice, in another order, by document and root at once',
    html: `<p>x</p><div id="h"><template shadowrootmode="open"><p>a</p></template></div>`,
    act: act(
      `${make} const one = make('p{color:rgb(1,1,1)}'), two = make('p{color:rgb(2,2,2)}'); d.adoptedStyleSheets = [one, two]; $('#h').shadowRoot.adoptedStyleSheets = [two, one]; flush();
      d.adoptedStyleSheets = [two, one]; one.insertRule('p{font-size:28px}'); two.disabled = true;`,
    ),
  },
  {
    name: 'made with media and switched off, then on',
    html: `<p>x</p><b>y</b>`,
    act: act(
      `${make} const off = make('p{color:rgb(1,1,1)}', { disabled: true }), print = make('b{color:rgb(2,2,2)}', { media: 'print' }); d.adoptedStyleSheets = [off, print]; flush(); off.disabled = false; print.media.mediaText = 'screen';`,
    ),
  },
  {
    name: 'switched off, and on again',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><link id="l" rel="stylesheet" href="/sheet.css"><p>x</p><b class="linked">y</b>`,
    act: act(
      `$('#s').sheet.disabled = true; $('#l').sheet.disabled = true; await frames(); flush(); $('#s').disabled = false; $('#l').disabled = false; await frames();`,
    ),
  },
  {
    name: 'a link that is switched off when it comes',
    html: `<link id="l" rel="stylesheet" href="/sheet.css" disabled><b class="linked">y</b>`,
    act: act(`const there = loaded($('#l')); $('#l').disabled = false; await there;`),
  },
  {
    name: 'a link that becomes a sheet, or another medium’s, once it is loaded',
    html: `<link id="l" rel="preload" as="style" href="/sheet.css"><link id="m" rel="stylesheet" media="print" href="/other.css"><b class="linked">y</b>`,
    act: act(
      `const there = loaded($('#l')); $('#l').rel = 'stylesheet'; await there; flush(); $('#m').media = 'all'; await frames();`,
    ),
  },
  {
    name: 'alternative sheets, chosen by script',
    html: `<link id="l" rel="alternate stylesheet" title="other" href="/sheet.css"><b class="linked">y</b>`,
    act: act(
      `$('#l').disabled = true; $('#l').disabled = false; for (let i = 0; i < 60 && !$('#l').sheet; i++) await frames(); await frames();`,
    ),
  },
  {
    name: 'rules of rules, deep down',
    html: `<style id="s">@layer a{@media all{@supports (color:red){p{color:rgb(1,1,1);& b{color:rgb(2,2,2)}}}}}@container (min-width:1px){i{color:rgb(3,3,3)}}</style><div style="container-type:inline-size"><p>x<b>y</b></p><i>i</i></div>`,
    act: act(
      `const top = $('#s').sheet.cssRules, deep = top[0].cssRules[0].cssRules[0]; deep.insertRule('p{font-size:30px}', 1); flush(); deep.cssRules[0].style.color = 'rgb(7,7,7)'; flush(); deep.cssRules[0].cssRules[0].style.setProperty('color', 'rgb(8,8,8)', 'important'); flush();
      deep.cssRules[0].insertRule('& b{font-size:12px}', 1); flush(); top[1].insertRule('i{margin:4px}'); flush(); top[0].cssRules[0].media.mediaText = 'print'; flush(); top[0].cssRules[0].media.appendMedium('screen');`,
    ),
  },
  {
    name: 'keyframes, renamed and edited',
    html: `<style id="s">@keyframes k{from{opacity:.1}to{opacity:.5}}p{animation:other 9s paused -4.5s linear}</style><p>x</p>`,
    act: act(
      `const rule = $('#s').sheet.cssRules[0]; rule.name = 'other'; flush(); rule.cssRules[0].style.opacity = '0.3'; flush(); rule.deleteRule('to'); rule.appendRule('to{opacity:.9}'); flush(); rule.findRule('from').keyText = '10%';`,
    ),
  },
  {
    name: 'declarations that script holds, edited much later',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><p>x</p>`,
    act: act(
      `const style = $('#s').sheet.cssRules[0].style; flush(); await frames(); flush(); style.color = 'rgb(4,4,4)'; flush(); style.cssFloat = 'left'; style.removeProperty('color'); flush(); style['background-color'] = 'rgb(5,5,5)'; style.setProperty('--x', '3px'); style.marginTop = 'var(--x)';`,
    ),
  },
  {
    name: 'declarations as typed values',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><p>x</p><b>y</b>`,
    act: act(
      `const map = $('#s').sheet.cssRules[0].styleMap; if (map) { map.set('font-size', w.CSS.px(33)); flush(); map.append('background-image', 'none'); map.delete('color'); } const own = $('b').attributeStyleMap; if (own) own.set('opacity', 0.4);`,
    ),
  },
  {
    name: 'whole texts, replaced at once and after a while',
    html: `<p>x</p>`,
    act: act(
      `const sheet = new w.CSSStyleSheet(); d.adoptedStyleSheets = [sheet]; flush(); sheet.replaceSync('p{color:rgb(1,1,1)}'); flush(); await sheet.replace('p{color:rgb(2,2,2);font-size:25px}');`,
    ),
  },
  {
    name: 'what a page’s shortest ways do: addRule, removeRule, cssText of an element',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><p id="p" style="color:red;margin:3px">x</p>`,
    act: act(
      `const sheet = $('#s').sheet; sheet.addRule('p', 'font-size:26px', 1); sheet.removeRule(0); $('#p').style.cssText = 'padding:4px'; flush(); $('#p').style.setProperty('--a', '1px'); $('#p').style.font = 'italic 15px serif'; $('#p').removeAttribute('style'); $('#p').style.inset = '0';`,
    ),
  },
  {
    name: 'imports with conditions, from another folder, and of an import',
    html: `<style>@import "/deep/one.css" screen and (min-width:1px);@import url(/deep/layered.css) layer(l) supports(color:red);p{color:rgb(3,3,3)}</style><p class="one">x</p><p class="two">y</p><p class="layered">z</p>`,
  },
  {
    name: 'a sheet with an import that script has edited',
    html: `<style id="s">@import url("/sheet.css");p{font-size:22px}</style><p class="linked">x</p>`,
    act: act(
      `for (let i = 0; i < 60; i++) { await frames(); try { if ($('#s').sheet.cssRules[0].styleSheet.cssRules.length) break; } catch {} } $('#s').sheet.insertRule('p{padding:5px}', 1);`,
    ),
  },
  {
    name: 'layers in an order that is declared first, and what they revert to',
    html: `<style>@layer top, base;</style><style id="s">@layer base{p{color:rgb(1,1,1);font-size:30px}}@layer top{p{color:rgb(3,3,3);font-size:revert-layer}}b{all:revert}</style><p>x</p><b>y</b>`,
    act: act(`$('#s').sheet.cssRules[0].insertRule('p{padding:5px}');`),
  },
  {
    name: 'containers that change size, by size and by style',
    html: `<style>#c{container:box / inline-size;width:400px}@container box (min-width:300px){p{color:rgb(1,1,1)}}@container box (max-width:299px){p{color:rgb(2,2,2);width:50cqw}}#c{--theme:dark}@container style(--theme:dark){p{background-color:rgb(3,3,3)}}</style><div id="c"><p>x</p></div>`,
    act: act(
      `$('#c').style.width = '200px'; flush(); $('#c').style.setProperty('--theme', 'light');`,
    ),
  },
  {
    name: 'scopes, and rules for the start of a transition',
    html: `<style id="s">@scope (.card) to (.inner){p{color:rgb(1,1,1)}:scope{padding:4px}}@starting-style{p{opacity:.5}}</style><div class="card"><p>x</p><div class="inner"><p>y</p></div></div>`,
    act: act(
      `$('.inner').className = 'none'; flush(); $('#s').sheet.cssRules[0].insertRule('p{font-size:27px}');`,
    ),
  },
  {
    name: 'shorthands whose parts are variables, written by script',
    html: `<style id="s">p{border:var(--w) solid var(--c)}</style><p style="--w:3px;--c:rgb(1,2,3)">x</p>`,
    act: act(
      `$('#s').sheet.cssRules[0].style.font = 'italic var(--s) serif'; $('p').style.setProperty('--s', '28px'); flush(); $('#s').sheet.cssRules[0].style.background = 'var(--c)'; $('#s').sheet.cssRules[0].style.marginLeft = '5px';`,
    ),
  },
  {
    name: 'counters of its own, pages, fonts and names spaces in one sheet',
    html: `<style id="s">@namespace svg url(http://www.w3.org/2000/svg);@counter-style stars{system:cyclic;symbols:"*";suffix:" "}@font-face{font-family:none-such;src:local("none such")}@page{margin:1cm}li{list-style:stars}svg|text{fill:rgb(1,2,3)}p{font-family:none-such,serif}</style><ul><li>x</ul><svg width="30" height="20"><text y="15">t</text></svg><p>p</p>`,
    act: act(`$('#s').sheet.insertRule('li{color:rgb(4,5,6)}', $('#s').sheet.cssRules.length);`),
  },
  {
    name: 'a style element in a drawing, and one in a shadow root that script edits',
    html: `<svg width="40" height="20"><style>rect{fill:rgb(1,2,3)}</style><rect width="20" height="9"/></svg><div id="h"><template shadowrootmode="open"><style id="s">p{color:rgb(1,1,1)}</style><p>x</p></template></div>`,
    act: act(
      `$('svg style').textContent = 'rect{fill:rgb(7,8,9)}'; const sheet = $('#h').shadowRoot.querySelector('#s').sheet; sheet.insertRule('p{font-size:24px}', 1); flush(); sheet.cssRules[0].style.color = 'rgb(6,6,6)'; flush(); sheet.deleteRule(0);`,
    ),
  },
  {
    name: 'a style element that script has edited, moved and copied',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><div id="t"></div><p>x</p>`,
    act: act(
      `$('#s').sheet.insertRule('p{font-size:24px}', 1); flush(); $('#t').append($('#s')); flush(); $('#t').append($('#s').cloneNode(true)); flush(); $('#s').textContent += 'p{padding:2px}';`,
    ),
  },
  {
    name: 'rules in sheets of every kind, before sharing began',
    html: `<style id="s">p{color:rgb(1,1,1)}</style><style id="e"></style><div id="h"></div><p>x</p><script>document.querySelector('#s').sheet.insertRule('p{font-size:24px}',1);document.querySelector('#e').sheet.insertRule('p{padding:4px}');const c=new CSSStyleSheet();c.insertRule('p{margin:8px}');document.adoptedStyleSheets=[c];const r=document.querySelector('#h').attachShadow({mode:'open'});r.innerHTML='<p>s</p>';r.adoptedStyleSheets=[c]</script>`,
  },
  {
    name: 'what generates content from attributes and addresses',
    html: `<style>a::after{content:" (" attr(href) ")"}b::before{content:attr(data-x) "/" attr(title)}i::after{content:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E") / "alt"}q{quotes:"<" ">"}u::before{content:open-quote;quotes:"[" "]"}</style><a href="/to/here">link</a><b data-x="1" title="t">b</b><i>i</i><q>q</q><u>u</u>`,
    act: act(`$('b').dataset.x = '2'; $('a').setAttribute('href', '/else');`),
  },
  {
    name: 'lists, first letters and lines, markers, selections',
    html: `<style>li::marker{color:rgb(1,2,3);content:"> "}p::first-letter{font-size:30px}p::first-line{color:rgb(4,5,6)}::selection{color:rgb(9,9,9)}ol{counter-reset:n 5}ol li{counter-increment:n}summary::marker{content:"+ "}</style><ul><li>one<li>two</ul><ol start="7" reversed><li>x<li value="3">y</ol><p>first line</p><details><summary>s</summary>d</details>`,
    act: act(`$('ol').start = 2; $('ol li').remove(); $('details').open = true;`),
  },
  {
    name: 'text in a style element that is no sheet, and comments, escapes and brackets in one that is',
    html: `<style type="text/x-none">p{color:red}</style><style>/* } p{color:red} :hover */.a\\:b{color:rgb(1,2,3)}.c\\:hover{color:rgb(3,2,1)}p[title="]:hover{"]{color:rgb(4,4,4)}u{background:url( "x\\"y.png" )}</style><p class="a:b">1</p><p class="c:hover">2</p><p title="]:hover{">3</p>`,
  },
];
