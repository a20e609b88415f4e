// Scroll positions of whatever scrolls.
import type { Case } from './case.ts';

export const scroll: readonly Case[] = [
  {
    name: 'scrolled before sharing began',
    html: String.raw`<div id="s" style="height:60px;overflow:auto"><div style="height:900px">x</div></div><script>document.querySelector("#s").scrollTop=111</script>`,
  },
  {
    name: 'scrolled before sharing began, by what sheets say of names, classes and ids',
    html: String.raw`<style>/* .none { overflow: auto } */ .s { height: 40px } .s > i { display: block; height: 900px } .a.b { overflow: auto } @media screen { p.none, main > #c { color: red; overflow-y: scroll } } section { text-overflow: ellipsis; OVERFLOW : hidden } .out { color: green; > .d:not(.x, .y)[title="e, f"] { overflow: auto } } .md\:g { overflow: auto } @layer x { @supports (color: red) { .h i + b, .h > .k { overflow-block: auto } } } .l { overflow: visible }</style><div class="s a b"><i>x</i></div><main><div class="s" id="c"><i>x</i></div></main><section class="s"><i>x</i></section><div class="out"><div class="s d" title="e, f"><i>x</i></div></div><div class="s md:g"><i>x</i></div><div class="h"><div class="s k"><i>x</i></div></div><div class="s l"><i>x</i></div><textarea class="s" style="width: 90px">${'line\n'.repeat(30)}</textarea><script>document.querySelectorAll('.s').forEach((s, n) => (s.scrollTop = 30 + n * 11))</script>`,
  },
  ...[
    ['what names nothing', ':where(.s) { overflow: auto }'],
    ['a rule around the declaration', '.s { @media screen { overflow: auto } }'],
    ['a declaration behind a rule within', '.s { & b { color: red } overflow: auto }'],
    ['a rule within that names itself', '.s { &.t { overflow: auto } }'],
    [
      'a string that looks like a rule',
      '.s::before { content: "{"; display: none } .s { overflow: auto } .s::after { content: "}"; overflow: auto }',
    ],
    ['a name that is escaped', String.raw`.\73  { overflow: auto }`],
  ].map(([by, sheet]) => ({
    name: `scrolled before sharing began, by ${by}`,
    html: String.raw`<style>.s { height: 40px } .s > i { display: block; height: 900px } ${sheet}</style><div class="s t"><i>x</i></div><script>document.querySelector('.s').scrollTop = 77</script>`,
  })),
  {
    name: 'scrolled before sharing began, by sheets of shadow roots and constructed ones',
    html: String.raw`<style>#h, #g { display: block } i { display: block; height: 900px }</style><div id="h"></div><div id="g"></div><script>const [h, g] = ['h', 'g'].map((id) => document.getElementById(id).attachShadow({ mode: 'open' })); h.innerHTML = '<style>:host { height: 40px; overflow: auto } :host(:not([x])) .s { height: 60px; overflow: auto } i { display: block; height: 900px }</style><div class="s"><i>x</i></div><i>y</i>'; const sheet = new CSSStyleSheet(); sheet.replaceSync('.s { height: 40px; overflow: auto } i { display: block; height: 900px }'); g.adoptedStyleSheets = [sheet]; g.innerHTML = '<div class="s"><i>x</i></div>'; h.host.scrollTop = 21; h.querySelector('.s').scrollTop = 32; g.querySelector('.s').scrollTop = 43</script>`,
  },
  {
    name: 'scrollers within scrollers, all in one frame',
    html: String.raw`<div id="a" style="height:90px;width:90px;overflow:auto"><div style="height:400px;width:400px"><div id="b" style="height:60px;width:60px;overflow:scroll"><div style="height:500px;width:500px">x</div></div></div></div>`,
    act: String.raw`async(w)=>{w.document.querySelector('#a').scrollTo(30,40);w.document.querySelector('#b').scrollTo(50,60);await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'in a shadow root',
    html: String.raw`<div id="h"></div><script>document.querySelector("#h").attachShadow({mode:"open"}).innerHTML="<div id=s style=\"height:50px;overflow:auto\"><div style=\"height:700px\">x</div></div>"</script>`,
    act: String.raw`async(w)=>{w.document.querySelector('#h').shadowRoot.querySelector('#s').scrollTop=77;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'rows that come and go with the scrolling',
    html: String.raw`<div id="s" style="height:100px;overflow:auto"><div id="p" style="height:5000px;position:relative"></div></div><script>const rows=()=>{const p=document.querySelector("#p"),s=document.querySelector("#s");const from=Math.floor(s.scrollTop/20);p.innerHTML="";for(let i=from;i<from+8;i++){const r=document.createElement("div");r.style="position:absolute;top:"+i*20+"px";r.textContent="row "+i;p.append(r)}};rows();document.querySelector("#s").addEventListener("scroll",rows)</script>`,
    act: String.raw`async(w)=>{w.document.querySelector('#s').scrollTop=1000;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));w.document.querySelector('#s').scrollTop=2200;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'an element that is moved keeps what it is scrolled to only as the browser does',
    html: String.raw`<div id="a"><div id="s" style="height:50px;overflow:auto"><div style="height:700px">x</div></div></div><div id="b"></div>`,
    act: String.raw`async(w)=>{w.document.querySelector('#s').scrollTop=99;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));w.parent.lab.flush();w.document.querySelector('#b').append(w.document.querySelector('#s'));await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'inserted and scrolled at once',
    html: String.raw`<div id="t"></div>`,
    act: String.raw`async(w)=>{const s=w.document.createElement('div');s.style='height:50px;overflow:auto';s.innerHTML='<div style="height:800px">x</div>';w.document.querySelector('#t').append(s);s.scrollTop=300;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'from right to left',
    html: String.raw`<div dir="rtl" id="s" style="width:60px;overflow:auto"><div style="width:500px">x</div></div>`,
    act: String.raw`async(w)=>{w.document.querySelector('#s').scrollLeft=-100;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
  {
    name: 'hidden overflow, scrolled by script',
    html: String.raw`<div id="s" style="height:40px;overflow:hidden"><div style="height:400px">x</div></div>`,
    act: String.raw`async(w)=>{w.document.querySelector('#s').scrollTop=55;await new Promise((done)=>w.requestAnimationFrame(()=>w.requestAnimationFrame(done)));}`,
  },
];
