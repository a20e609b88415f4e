// How sheets work together: order, layers, scopes, imports, what is registered and what is an alternative.
import type { Case } from './case.ts';

export const cascade: readonly Case[] = [
  {
    name: 'layers that one sheet names and others fill',
    html: String.raw`<style>@layer b,a;</style><style>@layer a{p{color:rgb(1,1,1)}}</style><style id="s">@layer b{p{color:rgb(2,2,2)!important}}</style><p>x</p>`,
    act: String.raw`(w)=>{const d=w.document,s=d.createElement('style');s.textContent='@layer c{p{font-size:31px}}@layer a.in{p{font-size:32px}}';d.head.append(s);w.parent.lab.flush();d.querySelector('#s').sheet.insertRule('@layer c{p{background-color:rgb(3,3,3)}}',0)}`,
  },
  {
    name: 'scopes and styles to start from',
    html: String.raw`<style>@scope (.in) to (.out){p{color:rgb(1,1,1)}:scope{font-size:20px}}@starting-style{p{width:10px}}p{width:100px}</style><div class="in"><p>a</p><div class="out"><p>b</p></div></div>`,
    act: String.raw`(w)=>{w.document.querySelector('.out').className='';const p=w.document.createElement('p');p.textContent='n';w.document.querySelector('.in').append(p)}`,
  },
  {
    name: 'alternative sheets by their titles',
    html: String.raw`<link rel="stylesheet" title="A" href="/sheet.css"><link id="b" rel="alternate stylesheet" title="B" href="/other.css"><style title="A">b{color:rgb(1,1,1)}</style><style id="c" title="B">b{color:rgb(2,2,2)}</style><p class="linked">x</p><b>y</b>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);for(const e of w.document.querySelectorAll('[title]'))e.sheet.disabled=e.title==='A'}`,
  },
  {
    name: 'a frame that adopts sheets of its own',
    html: String.raw`<iframe srcdoc="<!doctype html><p class=a>in</p>"></iframe>`,
    act: String.raw`(w)=>{const f=w.frames[0],s=new f.CSSStyleSheet();s.replaceSync('.a{color:rgb(1,1,1)}');f.document.adoptedStyleSheets=[s];w.parent.lab.flush();s.insertRule('.a{font-size:31px}',1);s.cssRules[0].style.color='rgb(2,2,2)'}`,
  },
  {
    name: 'properties that script registers',
    html: String.raw`<style>p{width:var(--w);color:var(--c,rgb(9,9,9))}div{--c:rgb(4,4,4);--w:50px}</style><div><p>x</p></div>`,
    act: String.raw`(w)=>{w.CSS.registerProperty({name:'--w',syntax:'<length>',inherits:false,initialValue:'123px'});w.CSS.registerProperty({name:'--c',syntax:'<color>',inherits:true,initialValue:'rgb(1,2,3)'});w.CSS.registerProperty({name:'--any',syntax:'*',inherits:true})}`,
  },
  {
    name: 'imported sheets in layers, for media and supports, one in the other, with states',
    html: String.raw`<style>@import "/deep/outer.css" layer(l) supports(color:red) screen;@import url(/sheet.css) print;@import '/deep/inner.css' layer;.q{font-size:9px}</style><p class="outer">o</p><p class="inner">i</p><p class="linked">l</p><p class="q">q</p><input class="outer">`,
    act: String.raw`(w)=>{w.focus();w.document.querySelector('input').focus()}`,
  },
  {
    name: 'a linked sheet that imports, its rules edited',
    html: String.raw`<link id="l" rel="stylesheet" href="/deep/outer.css"><p class="outer">o</p><p class="inner">i</p><input class="outer">`,
    act: String.raw`(w)=>{const {sheet}=w.document.querySelector('#l');sheet.insertRule('.outer{font-size:31px}',sheet.cssRules.length);w.parent.lab.flush();sheet.cssRules[0].styleSheet.insertRule('.inner{font-size:32px}',0);w.document.querySelector('input').focus()}`,
  },
  {
    name: 'a linked sheet whose shorthands hold variables',
    html: String.raw`<p class="v">v</p>`,
    act: String.raw`async(w)=>{const l=w.document.createElement('link');l.rel='stylesheet';l.href='/vars.css';const there=new Promise((done)=>l.addEventListener('load',done));w.document.head.append(l);await there;for(let i=0;i<200&&!w.performance.getEntriesByType('resource').some((e)=>e.name.endsWith('/vars.css')&&e.initiatorType==='fetch');i++)await new Promise((done)=>w.setTimeout(done,10));await new Promise((done)=>w.setTimeout(done,50))}`,
  },
];
