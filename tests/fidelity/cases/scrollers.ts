// Scroll positions: everything that scrolls, and everything that scrolls it.
import { act } from './act.ts';
import type { Case } from './case.ts';

const box = (id: string, inner = '<p style="height:900px;width:900px">x</p>') =>
  `<div id="${id}" style="height:60px;width:90px;overflow:auto">${inner}</div>`;

export const scrollers: readonly Case[] = [
  {
    name: 'twenty scrollers and the page, all in one frame',
    html: `${Array.from({ length: 20 }, (_, i) => box(`s${i}`)).join('')}<div style="height:3000px"></div>`,
    act: act(
      `for (let i = 0; i < 20; i++) $('#s' + i).scrollTo(i * 7, i * 11); w.scrollTo(0, 400); await frames();`,
    ),
  },
  {
    name: 'four deep, and in a root in a frame',
    html: `${box('a', box('b', box('c', box('d') + '<p style="height:300px">') + '<p style="height:300px">') + '<p style="height:300px">')}<iframe srcdoc="<div id=h></div><p style=height:2000px>"></iframe>`,
    act: act(
      `for (const id of ['a', 'b', 'c', 'd']) $('#' + id).scrollTop = 9; const f = $('iframe').contentDocument; const r = f.querySelector('#h').attachShadow({ mode: 'open' }); r.innerHTML = '<div style="height:40px;overflow:auto"><p style="height:600px">'; flush(); r.firstChild.scrollTop = 33; await frames(); flush(); f.defaultView.scrollTo(0, 150); await frames(); await frames();`,
    ),
  },
  {
    name: 'smoothly, by style and by request, seen on the way and at the end',
    html: `<style>html,#s{scroll-behavior:smooth}</style>${box('s')}<div style="height:4000px"></div>`,
    act: act(
      `const ended = (target) => new Promise((done) => target.addEventListener('scrollend', done, { once: true })); const both = Promise.all([ended($('#s')), ended(d)]); $('#s').scrollTop = 300; w.scrollTo({ top: 500, behavior: 'smooth' }); await frames(); flush(); await Promise.race([both, new Promise((done) => w.setTimeout(done, 4000))]); await frames();`,
    ),
  },
  {
    name: 'a virtualised list of 50,000 rows: rows and position arrive together',
    html: `<style>#s{height:120px;overflow:auto;overflow-anchor:none}#p{height:1000000px;position:relative}#p div{position:absolute;height:20px}</style><div id="s"><div id="p"></div></div><script>const s=document.querySelector('#s'),p=document.querySelector('#p');const rows=()=>{const from=Math.floor(s.scrollTop/20);p.replaceChildren(...Array.from({length:9},(_,i)=>{const r=document.createElement('div');r.style.top=(from+i)*20+'px';r.textContent='row '+(from+i);return r}))};rows();s.addEventListener('scroll',rows)</script>`,
    act: act(
      `const seen = []; for (const top of [400, 40000, 999880, 20]) { $('#s').scrollTop = top; await frames(); flush(); const viewer = w.parent.lab.live.viewer.frame.contentDocument; const shown = viewer.querySelector('#s'); const rows = [...viewer.querySelectorAll('#p div')]; const first = Number(rows[0].textContent.slice(4)); seen.push(shown.scrollTop - first * 20); }
      if (seen.some((off) => off < 0 || off >= 20)) throw new Error('rows and position apart: ' + seen);`,
    ),
  },
  {
    name: 'rows put in above what is looked at',
    html: `<div id="s" style="height:100px;overflow:auto"><div id="t"></div>${Array.from({ length: 40 }, (_, i) => `<p id="p${i}">row ${i}</p>`).join('')}</div>`,
    act: act(
      `$('#s').scrollTop = 400; await frames(); flush(); for (let i = 0; i < 5; i++) $('#t').append(Object.assign(d.createElement('p'), { textContent: 'above ' + i })); await frames(); flush(); $('#p0').remove(); await frames(); await frames();`,
    ),
  },
  {
    name: 'brought into view, snapped, and kept at the end',
    html: `<div id="s" style="height:100px;overflow:auto;scroll-snap-type:y mandatory">${Array.from({ length: 9 }, (_, i) => `<p id="p${i}" style="height:70px;margin:0;scroll-snap-align:start">${i}</p>`).join('')}</div><div id="log" style="height:60px;overflow:auto"></div>`,
    act: act(
      `$('#p5').scrollIntoView(); for (let i = 0; i < 30; i++) $('#log').append('line ' + i, d.createElement('br')); $('#log').scrollTop = $('#log').scrollHeight; await frames(); flush(); $('#log').append('one more', d.createElement('br')); $('#log').scrollTop = 1e6; await frames();`,
    ),
  },
  {
    name: 'what ceases to scroll, grows, shrinks, hides and shows itself',
    html: `${box('a')}${box('b')}${box('c')}`,
    act: act(
      `for (const id of ['a', 'b', 'c']) $('#' + id).scrollTop = 120; await frames(); flush(); $('#a').style.overflow = 'visible'; $('#b p').style.height = '100px'; $('#c').style.display = 'none'; await frames(); flush(); $('#c').style.display = ''; $('#a').style.overflow = 'auto'; $('#b p').style.height = '900px'; await frames(); await frames();`,
    ),
  },
  {
    name: 'hidden overflow, both ways, and what is written from right to left and upright',
    html: `<div id="h" style="height:40px;width:40px;overflow:hidden"><p style="height:400px;width:400px">x</p></div><div dir="rtl" id="r" style="width:60px;overflow:auto"><p style="width:500px">x</p></div><div id="v" style="writing-mode:vertical-rl;height:60px;width:60px;overflow:auto"><p style="width:500px;height:500px">x</p></div>`,
    act: act(
      `$('#h').scrollTo(55, 66); $('#r').scrollLeft = -100; $('#v').scrollTo(-80, 30); await frames();`,
    ),
  },
  {
    name: 'the wheel and the keys',
    html: `${box('s')}<div style="height:4000px">tall</div>`,
    hand: [{ move: `d.querySelector('#s')` }, { wheel: 130 }],
  },
  {
    name: 'positions before sharing began: the page, a box, a root, a frame, a field',
    html: `${box('s')}<div id="h"></div><textarea id="t" rows="2">${'line\n'.repeat(20)}</textarea><iframe id="f" src="/tall"></iframe><div style="height:3000px"></div><script>const r=document.querySelector('#h').attachShadow({mode:'open'});r.innerHTML='<div style="height:40px;overflow:auto"><p style="height:600px">';r.firstChild.scrollTop=44;document.querySelector('#s').scrollTop=55;document.querySelector('#t').scrollTop=33;scrollTo(0,66);document.querySelector('#f').onload=(e)=>e.target.contentWindow.scrollTo(0,77)</script>`,
    act: act(`await frames();`),
  },
  {
    name: 'what sticks, and what stays fixed, while the page moves',
    html: `<style>h1{position:sticky;top:5px;margin:0;font-size:20px}nav{position:fixed;right:10px;bottom:10px}</style><nav>fixed</nav><h1>sticky</h1><div style="height:3000px">tall</div>`,
    act: act(`w.scrollTo(0, 700); await frames();`),
  },
  {
    name: 'a scroller that is moved so that it keeps its place',
    html: `<div id="a">${box('s')}</div><div id="b"></div>`,
    act: act(
      `$('#s').scrollTop = 99; await frames(); flush(); if ($('#b').moveBefore) $('#b').moveBefore($('#s'), null); await frames();`,
    ),
  },
];
