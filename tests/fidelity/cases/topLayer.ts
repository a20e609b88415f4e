// What stands above the page: stacks of dialogs and popovers, what is full screen.
import { act } from './act.ts';
import type { Case } from './case.ts';

/** Dialogs that lie over each other, each in a colour of its own. */
const stacked = `<style>dialog,[popover]{inset:20px auto auto 20px;margin:0;width:200px;height:90px}#a{background:rgb(200,80,80)}#b{background:rgb(80,200,80)}#c{background:rgb(80,80,200)}dialog::backdrop{background:rgb(0 0 60 / .3)}</style>`;
const three = `${stacked}<dialog id="a">a</dialog><dialog id="b">b</dialog><dialog id="c">c</dialog><p>page</p>`;

export const topLayer: readonly Case[] = [
  {
    name: 'modal dialogs against the order of the page, closed from below',
    html: three,
    act: act(
      `$('#c').showModal(); $('#a').showModal(); $('#b').showModal(); flush(); $('#a').close(); flush(); $('#a').showModal(); flush(); $('#c').close('x');`,
    ),
  },
  {
    name: 'modal dialogs, stacked before sharing began',
    html: `${three}<script>for(const id of ['b','a'])document.getElementById(id).showModal()</script>`,
    act: act(`$('#a').close(); flush(); $('#c').showModal();`),
  },
  {
    name: 'one that is closed and shown again goes to the top, within one frame',
    html: three,
    act: act(
      `$('#a').showModal(); $('#b').showModal(); flush(); $('#a').close(); $('#a').showModal();`,
    ),
  },
  {
    name: 'popovers over popovers, and one that is shown again',
    html: `${stacked}<div id="a" popover="manual">a</div><div id="b" popover="manual">b</div><div id="c" popover="manual">c</div>`,
    act: act(
      `$('#c').showPopover(); $('#a').showPopover(); $('#b').showPopover(); flush(); $('#c').hidePopover(); $('#c').showPopover(); flush(); $('#b').hidePopover();`,
    ),
  },
  {
    name: 'popovers within popovers, and of every kind',
    html: `<div id="a" popover>a<div id="b" popover>b</div></div><div id="h" popover="hint">h</div><div id="m" popover="manual">m</div>`,
    act: act(
      `$('#a').showPopover(); $('#b').showPopover(); flush(); $('#m').showPopover(); $('#h').showPopover?.(); flush(); $('#a').hidePopover(); flush(); $('#m').popover = 'auto'; flush(); $('#m').togglePopover(true);`,
    ),
  },
  {
    name: 'a dialog that is a popover, and a popover in a modal dialog',
    html: `${stacked}<dialog id="a" popover="manual">a</dialog><dialog id="b">b<div id="c" popover="manual">c</div></dialog>`,
    act: act(
      `$('#a').showPopover(); flush(); $('#b').showModal(); $('#c').showPopover(); flush(); $('#a').hidePopover(); flush(); $('#a').showModal();`,
    ),
  },
  {
    name: 'dialogs in a shadow root, in a frame, and in what is hidden',
    html: `<div id="h"><template shadowrootmode="open"><style>dialog{color:rgb(1,2,3)}</style><dialog>in</dialog></template></div><iframe srcdoc="<dialog>framed</dialog>"></iframe><div hidden><dialog id="n">n</dialog></div>`,
    act: act(
      `$('#h').shadowRoot.querySelector('dialog').showModal(); $('iframe').contentDocument.querySelector('dialog').showModal(); flush(); $('#n').show(); flush(); $('#h').shadowRoot.querySelector('dialog').close();`,
    ),
  },
  {
    name: 'what is blocked, above the page before sharing began, and after',
    html: `${stacked}<dialog id="a" data-alongside="block">a</dialog><dialog id="b" data-alongside="block">b</dialog><div id="c" popover="manual" data-alongside="block">c</div><script>document.getElementById('a').showModal()</script>`,
    act: act(`$('#b').showModal(); $('#c').showPopover(); flush(); $('#b').close();`),
  },
  {
    name: 'a dialog that becomes a part of the page, one that its form closes, one that is asked to close',
    html: `<dialog id="a">a</dialog><dialog id="b"><form method="dialog"><button>ok</button></form></dialog><dialog id="c" closedby="any">c</dialog>`,
    act: act(
      `$('#a').showModal(); $('#b').showModal(); $('#c').showModal(); flush(); $('#a').close(); $('#a').show(); flush(); $('#b button').click(); await frames(); flush(); $('#c').requestClose ? $('#c').requestClose() : $('#c').close(); await frames();`,
    ),
  },
  {
    name: 'a dialog closed by a key, a popover opened by its button and closed beside it',
    html: `<dialog id="a"><button>in</button></dialog><button id="o" popovertarget="p" style="background:white;border:1px solid;color:black">open</button><div id="p" popover>p</div><script>document.querySelector('#a').showModal()</script>`,
    hand: [{ key: 'Escape' }, { click: `d.querySelector('#o')` }, { click: `d.body` }],
  },
  {
    name: 'states and backdrops of layers, in colours',
    html: `<style>dialog:modal{color:rgb(1,2,3)}[popover]:popover-open{color:rgb(3,2,1)}dialog[open]{padding:9px}dialog::backdrop{background:rgb(9 9 9 / .5)}[popover]::backdrop{background:rgb(1 200 1 / .2)}body:has(dialog:modal){margin:30px}details[open]{color:rgb(5,5,5)}details:open>summary{font-size:20px}dialog:open{font-size:23px}</style><dialog id="a">a</dialog><div id="p" popover="manual">p</div><details><summary>s</summary>t</details>`,
    act: act(
      `$('#p').showPopover(); $('#a').showModal(); $('details').open = true; flush(); $('#p').hidePopover();`,
    ),
  },
  {
    name: 'layers that are moved, taken out and put back',
    html: `${stacked}<div id="t"></div><dialog id="a">a</dialog><div id="b" popover="manual">b</div>`,
    act: act(
      `$('#a').showModal(); $('#b').showPopover(); flush(); $('#t').append($('#a'), $('#b')); flush(); $('#b').showPopover(); flush(); const a = $('#a'); a.remove(); flush(); d.body.append(a); a.close(); a.showModal(); flush(); $('#t').innerHTML = '<dialog open>new</dialog>'; $('#t dialog').close(); $('#t dialog').showModal();`,
    ),
  },
  {
    name: 'full screen, and back',
    html: `<style>#f{background:rgb(20,90,60);padding:9px}#f:fullscreen{color:rgb(1,2,3)}#f::backdrop{background:rgb(3,3,3)}p:not(:fullscreen){font-size:15px}:root:has(:fullscreen){scrollbar-gutter:stable}</style><div id="f">f<p>inner</p></div><p>page</p>`,
    act: act(
      `const turned = () => new Promise((done) => d.addEventListener('fullscreenchange', done, { once: true })); let there = turned(); await $('#f').requestFullscreen(); await there; w.parent.lab.flush(); w.wasFull = w.parent.lab.fullscreens(); there = turned(); await d.exitFullscreen(); await there; if (w.wasFull !== 'as large as the page') throw new Error(w.wasFull);`,
    ),
  },
];
