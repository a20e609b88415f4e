// The top layer: dialogs, popovers.
import type { Case } from './case.ts';

export const layers: readonly Case[] = [
  {
    name: 'dialogs in their order, closed again',
    html: String.raw`<dialog id="a">a</dialog><dialog id="b">b</dialog><dialog id="c">c</dialog>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#a').showModal();$('#b').showModal();$('#c').show();w.parent.lab.flush();$('#a').close();$('#c').close()}`,
  },
  {
    name: 'a dialog that is modal when sharing begins',
    html: String.raw`<dialog id="a">a</dialog><script>document.querySelector("#a").showModal()</script>`,
    act: String.raw`(w)=>{w.document.querySelector('#a').close()}`,
  },
  {
    name: 'popovers, automatic and manual',
    html: String.raw`<div id="a" popover>a</div><div id="b" popover="manual">b</div>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#b').showPopover();$('#a').showPopover();w.parent.lab.flush();$('#a').hidePopover()}`,
  },
  {
    name: 'a dialog removed while it is open, and put back',
    html: String.raw`<div id="t"><dialog id="a">a</dialog></div>`,
    act: String.raw`(w)=>{const a=w.document.querySelector('#a');a.showModal();w.parent.lab.flush();a.remove();w.parent.lab.flush();w.document.querySelector('#t').append(a)}`,
  },
  {
    name: 'a dialog shown, then shown as modal',
    html: String.raw`<dialog id="a">a</dialog>`,
    act: String.raw`(w)=>{const a=w.document.querySelector('#a');a.show();w.parent.lab.flush();a.close();a.showModal()}`,
  },
];
