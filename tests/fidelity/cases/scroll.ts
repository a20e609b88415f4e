// Scroll positions of whatever scrolls.
import type { Case } from './case.ts';

export const scroll: readonly Case[] = [
  {
    name: 'scrolled before sharing began',
    html: String.raw`<div id="s" style="height:60px;overflow:auto"><div style="height:900px">x</div></div><script>document.querySelector("#s").scrollTop=111</script>`,
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
