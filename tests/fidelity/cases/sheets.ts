// Style sheets: every way they come, and change.
import type { Case } from './case.ts';

export const sheets: readonly Case[] = [
  {
    name: 'adopted, pushed, spliced, cleared',
    html: String.raw`<p class="a">a</p>`,
    act: String.raw`(w)=>{const mk=(t)=>{const s=new w.CSSStyleSheet();s.replaceSync(t);return s};const d=w.document;d.adoptedStyleSheets=[mk('.a{color:rgb(1,1,1)}')];w.parent.lab.flush();d.adoptedStyleSheets.push(mk('.a{background-color:rgb(2,2,2)}'));w.parent.lab.flush();d.adoptedStyleSheets.splice(0,1);w.parent.lab.flush();d.adoptedStyleSheets=[...d.adoptedStyleSheets,mk('.a{font-size:31px}')]}`,
  },
  {
    name: 'cleared',
    html: String.raw`<p class="a">a</p>`,
    act: String.raw`(w)=>{const s=new w.CSSStyleSheet();s.replaceSync('.a{color:rgb(1,1,1)}');w.document.adoptedStyleSheets=[s];w.parent.lab.flush();w.document.adoptedStyleSheets=[]}`,
  },
  {
    name: 'one sheet for many roots, changed for all',
    html: String.raw`<x-1></x-1><x-2></x-2>`,
    act: String.raw`(w)=>{const s=new w.CSSStyleSheet();s.replaceSync('p{color:rgb(1,1,1)}');for(const n of ['x-1','x-2']){const r=w.document.querySelector(n).attachShadow({mode:'open'});r.innerHTML='<p>x</p>';r.adoptedStyleSheets=[s]}w.parent.lab.flush();s.replaceSync('p{color:rgb(3,3,3)}')}`,
  },
  {
    name: 'switched off and on',
    html: String.raw`<style id="s">p{color:rgb(1,1,1)}</style><link id="l" rel="stylesheet" href="/sheet.css"><p class="linked">x</p><b class="linked">y</b>`,
    act: String.raw`(w)=>{w.document.querySelector('#s').sheet.disabled=true;w.document.querySelector('#l').disabled=true}`,
  },
  {
    name: 'a link that points elsewhere',
    html: String.raw`<link id="l" rel="stylesheet" href="/sheet.css"><p class="linked">x</p>`,
    act: String.raw`(w)=>new Promise((done)=>{const l=w.document.querySelector('#l');l.addEventListener('load',()=>w.setTimeout(done,0),{once:true});l.href='/other.css'})`,
  },
  {
    name: 'rules inserted and deleted, nested and grouped',
    html: String.raw`<style id="s">@media all{.a{color:rgb(1,1,1)}}@supports (color:red){.b{color:rgb(2,2,2)}}@keyframes k{from{opacity:0}to{opacity:1}}</style><p class="a">a</p><p class="b">b</p>`,
    act: String.raw`(w)=>{const r=w.document.querySelector('#s').sheet.cssRules;r[0].insertRule('.a{font-size:30px}',1);r[1].deleteRule(0);r[2].appendRule('50%{opacity:.2}')}`,
  },
  {
    name: 'declarations set as properties',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}</style><p class="a">a</p>`,
    act: String.raw`async(w)=>{w.document.querySelector('#s').sheet.cssRules[0].style.color='rgb(5,5,5)';w.document.querySelector('#s').sheet.cssRules[0].style.fontSize='29px';w.document.body.append('x')}`,
  },
  {
    name: 'rules by their text and selector',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}.c{color:rgb(2,2,2)}</style><p class="a">a</p><p class="b">b</p>`,
    act: String.raw`(w)=>{const r=w.document.querySelector('#s').sheet.cssRules;r[0].style.cssText='color:rgb(6,6,6)';r[1].selectorText='.b'}`,
  },
  {
    name: 'shorthands with variables',
    html: String.raw`<style>:root{--g:10px;--c:rgb(1,2,3)}p{background:var(--c);margin:var(--g);border:2px solid var(--c);padding:1px;padding:var(--g) 3px}</style><p>x</p>`,
    act: String.raw`(w)=>{w.document.documentElement.style.setProperty('--c','rgb(9,8,7)')}`,
  },
  {
    name: 'shorthands with variables in a sheet that was touched',
    html: String.raw`<style id="s">:root{--g:10px;--c:rgb(1,2,3)}p{background:var(--c);margin:var(--g)}</style><p>x</p>`,
    act: String.raw`(w)=>{w.document.querySelector('#s').sheet.insertRule('b{color:red}',0)}`,
  },
  {
    name: 'nesting, layers, containers, scopes',
    html: String.raw`<style>@layer one,two;@layer two{p{color:rgb(1,1,1)}}@layer one{p{color:rgb(2,2,2)}}.c{container-type:inline-size;width:300px;& p{font-size:20px;&.n{font-size:25px}}}@container (min-width:200px){p{background-color:rgb(3,3,3)}}</style><div class="c"><p>x</p><p class="n">y</p></div>`,
  },
  {
    name: 'registered properties',
    html: String.raw`<style>@property --p{syntax:"<color>";inherits:false;initial-value:rgb(1,2,3)}p{color:var(--p)}</style><p>x</p>`,
  },
  {
    name: 'imported sheets',
    html: String.raw`<style>@import url("/sheet.css");p{font-size:22px}</style><p class="linked">x</p>`,
  },
  {
    name: 'a style element inside the body, added late, emptied',
    html: String.raw`<p class="a">a</p><div id="t"></div>`,
    act: String.raw`(w)=>{const s=w.document.createElement('style');s.textContent='.a{color:rgb(1,1,1)}';w.document.querySelector('#t').append(s);w.parent.lab.flush();s.append('.a{font-size:33px}');w.parent.lab.flush();s.firstChild.remove()}`,
  },
  {
    name: 'rules put into an empty style element',
    html: String.raw`<style id="s"></style><p class="a">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;s.insertRule('.a{color:rgb(1,1,1)}');s.insertRule('.a{font-size:40px}',1);w.parent.lab.flush();s.deleteRule(0)}`,
  },
  {
    name: 'media that changes',
    html: String.raw`<style id="s" media="print">p{color:rgb(1,1,1)}</style><p>x</p>`,
    act: String.raw`(w)=>{w.document.querySelector('#s').media='screen'}`,
  },
  {
    name: 'content, counters and quotes',
    html: String.raw`<style>p{counter-increment:c}p::before{content:counter(c) attr(title) "\201c:hover";color:rgb(1,2,3)}</style><p title="t">x</p><p>y</p>`,
  },
  {
    name: 'states as the platform has them',
    html: String.raw`<style>input:checked+b{color:rgb(1,1,1)}:disabled{color:rgb(2,2,2)}p:not(:hover){color:rgb(3,3,3)}div:has(> i){color:rgb(4,4,4)}a:any-link{color:rgb(5,5,5)}p:is(:focus,.f){font-size:30px}</style><input type="checkbox" id="c"><b>x</b><button disabled>d</button><p class="f">p</p><div><i>i</i></div><a href="/q">l</a>`,
    act: String.raw`(w)=>{w.document.querySelector('#c').checked=true}`,
  },
  {
    name: 'elements that are defined, and those that are not',
    html: String.raw`<style>x-d:not(:defined){color:rgb(1,1,1)}x-d:defined{color:rgb(2,2,2)}x-u:not(:defined){color:rgb(3,3,3)}</style><x-d>d</x-d><x-u>u</x-u>`,
    act: String.raw`(w)=>{w.customElements.define('x-d',class extends w.HTMLElement{})}`,
  },
  {
    name: 'focus, shown without being taken',
    html: String.raw`<style>input:focus{color:rgb(1,1,1)}div:focus-within{color:rgb(2,2,2)}</style><div><input id="i"></div>`,
    act: String.raw`(w)=>{w.focus();w.document.querySelector('#i').focus()}`,
  },
  {
    name: 'what the address points at',
    html: String.raw`<style>p:target{color:rgb(1,1,1)}</style><p id="x">x</p>`,
    act: String.raw`async(w)=>{w.location.hash='x';await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
];
