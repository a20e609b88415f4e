// Rules that script edits one at a time, in sheets that were told already.
import type { Case } from './case.ts';

export const rules: readonly Case[] = [
  {
    name: 'inserted, deleted and put elsewhere, over several flushes',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}.b{color:rgb(2,2,2)}.c{color:rgb(3,3,3)}</style><p class="a">a</p><p class="b">b</p><p class="c">c</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet,f=()=>w.parent.lab.flush();s.insertRule('.a{font-size:11px}',0);f();s.insertRule('.a{font-size:21px}',2);s.insertRule('.b{font-size:22px}',3);s.deleteRule(0);f();s.deleteRule(3);s.deleteRule(2);s.insertRule('.c{font-size:23px}',s.cssRules.length);s.insertRule('.b{background-color:rgb(5,5,5)}',1);f();s.cssRules[1].style.backgroundColor='rgb(6,6,6)';s.deleteRule(0)}`,
  },
  {
    name: 'many at once, in the order of their cascade',
    html: String.raw`<style id="s"></style><p class="a1 a700 a1499">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;for(let i=0;i<1500;i++)s.insertRule('.a'+i+'{font-size:'+(10+i%20)+'px;color:rgb(1,2,'+i%250+')}',s.cssRules.length);w.parent.lab.flush();for(let i=0;i<300;i++)s.deleteRule(i);s.insertRule('.a700{font-size:41px}',900);w.parent.lab.flush();s.insertRule('.a1{font-size:42px !important}',0)}`,
  },
  {
    name: 'in groups, layers, keyframes and nested rules of a sheet that was edited before',
    html: String.raw`<style id="s">@media all{.a{color:rgb(1,1,1)}}@layer l{.b{color:rgb(2,2,2)}}.c{& b{color:rgb(3,3,3)}}@keyframes k{to{opacity:0}}</style><p class="a">a</p><p class="b">b</p><p class="c"><b>c</b></p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet,r=s.cssRules;s.insertRule('p{margin-left:3px}',4);w.parent.lab.flush();r[0].insertRule('.a{font-size:31px}',1);r[1].cssRules[0].style.fontSize='32px';r[2].cssRules[0].style.color='rgb(4,4,4)';r[3].appendRule('50%{opacity:.5}')}`,
  },
  {
    name: 'a style element that moves loses them, and so it does in the viewer',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}</style><div id="t"></div><p class="a">a</p>`,
    act: String.raw`(w)=>{const d=w.document,e=d.querySelector('#s');e.sheet.insertRule('.a{font-size:31px}',1);w.parent.lab.flush();d.querySelector('#t').append(e);w.parent.lab.flush();e.sheet.insertRule('.a{background-color:rgb(3,3,3)}',1)}`,
  },
  {
    name: 'what stands around an edited style element moves, and it keeps them',
    html: String.raw`<div id="t"><style id="s">.a{color:rgb(1,1,1)}</style><p class="a">1</p><p class="a">2</p><p class="a">3</p></div>`,
    act: String.raw`(w)=>{const t=w.document.querySelector('#t');w.document.querySelector('#s').sheet.insertRule('.a{font-size:31px}',1);w.parent.lab.flush();t.prepend(t.lastElementChild);t.prepend(t.lastElementChild);w.parent.lab.flush();t.prepend(t.lastElementChild)}`,
  },
  {
    name: 'of a sheet that many roots adopt',
    html: String.raw`<x-1></x-1><x-2></x-2>`,
    act: String.raw`(w)=>{const s=new w.CSSStyleSheet();s.replaceSync('p{color:rgb(1,1,1)}');for(const n of ['x-1','x-2']){const r=w.document.querySelector(n).attachShadow({mode:'open'});r.innerHTML='<p>x</p>';r.adoptedStyleSheets=[s]}w.document.body.append(Object.assign(w.document.createElement('p'),{textContent:'y'}));w.document.adoptedStyleSheets=[s];w.parent.lab.flush();s.insertRule('p{font-size:31px}',1);w.parent.lab.flush();s.insertRule('p{font-size:35px}',2);s.cssRules[0].style.color='rgb(2,2,2)';w.parent.lab.flush();s.replaceSync('p{font-size:36px}');w.parent.lab.flush();s.insertRule('p{background-color:rgb(7,7,7)}')}`,
  },
  {
    name: 'that the viewer’s browser may not know, without losing count',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}</style><p class="a">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;for(const t of ['@-moz-document url(x){p{color:red}}','.a::-moz-unknown{color:red}','.a::-webkit-x{color:red}','@layer q;'])try{s.insertRule(t,0)}catch{}w.parent.lab.flush();s.insertRule('.a{font-size:33px}',s.cssRules.length);w.parent.lab.flush();s.deleteRule(s.cssRules.length-2)}`,
  },
  {
    name: 'that are not closed',
    html: String.raw`<style id="s"></style><p class="a">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;s.insertRule('.a{color:rgb(1,1,1)');s.insertRule('.a{font-size:20px;--x:"',1);s.insertRule('.a{background-color:rgb(2,2,2)}',2);w.parent.lab.flush();s.insertRule('@media all{.a{font-size:31px',3)}`,
  },
  {
    name: 'by the old names, and by a typed map',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}.a{font-size:12px}</style><p class="a">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;s.addRule('.a','background-color:rgb(3,3,3)');w.parent.lab.flush();s.removeRule(1);w.parent.lab.flush();s.cssRules[0].styleMap?.set('color','rgb(4,4,4)')}`,
  },
  {
    name: 'switched off while they are edited',
    html: String.raw`<style id="s">.a{color:rgb(1,1,1)}</style><p class="a">a</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#s').sheet;s.insertRule('.a{font-size:31px}',1);w.parent.lab.flush();s.disabled=true;s.insertRule('.a{font-size:32px}',2);w.parent.lab.flush();w.document.querySelector('#s').media='screen';s.disabled=false}`,
  },
  {
    name: 'of a linked sheet',
    html: String.raw`<link id="l" rel="stylesheet" href="/sheet.css"><p class="linked">x</p>`,
    act: String.raw`(w)=>{const s=w.document.querySelector('#l').sheet;s.insertRule('.linked{font-size:31px}',1);w.parent.lab.flush();s.insertRule('.linked{background-color:rgb(3,3,3)}',2);s.cssRules[0].style.color='rgb(9,9,9)'}`,
  },
];
