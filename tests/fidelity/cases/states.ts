// States that styles ask for, which nothing in the tree shows.
import type { Case } from './case.ts';

export const states: readonly Case[] = [
  {
    name: 'what a component says of itself',
    html: String.raw`<style>x-s:state(on){color:rgb(1,1,1)}x-s:state(Off){color:rgb(2,2,2)}</style><x-s></x-s><script>customElements.define('x-s',class extends HTMLElement{constructor(){super();this.i=this.attachInternals();this.i.states.add('on');this.attachShadow({mode:'open'}).innerHTML='<style>:host(:state(on)) p{font-size:31px}</style><p>x</p>'}})</script>`,
    act: String.raw`(w)=>{const x=w.document.querySelector('x-s');x.i.states.delete('on');x.i.states.add('Off');w.document.body.append(w.document.createElement('x-s'))}`,
  },
  {
    name: 'fields that are not what they should be, as a script says, and once a person was there',
    unlike:
      'the browser’s own bubble of what is wrong stands beside the field, and is nothing of the page’s',
    html: String.raw`<style>input:invalid{color:rgb(1,1,1)}input:valid{color:rgb(2,2,2)}input:user-invalid{font-size:31px}form:invalid b{color:rgb(3,3,3)}:out-of-range{font-size:22px}</style><form><input id="a"><input id="b" required><input id="c" type="number" max="5" value="3"><input id="d" type="email"><b>b</b></form>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#a').setCustomValidity('no');$('#b').value='x';$('#c').value='9';w.document.querySelector('form').reportValidity?.();$('#d').value='nobody'}`,
  },
  {
    name: 'fields that can be written in, and those that cannot',
    html: String.raw`<style>input:read-only{color:rgb(1,1,1)}:read-write{font-size:31px}p:read-only{color:rgb(2,2,2)}:placeholder-shown{background-color:rgb(3,3,3)}</style><input id="a" placeholder="p"><input readonly><p>p</p><p contenteditable>e</p>`,
    act: String.raw`(w)=>{w.document.querySelector('#a').value='x';w.document.querySelector('p').contentEditable='true'}`,
  },
  {
    name: 'focus in shadow roots, within, and by a sheet that was constructed',
    html: String.raw`<x-h><i>slotted</i></x-h>`,
    act: String.raw`(w)=>{w.focus();const h=w.document.querySelector('x-h'),r=h.attachShadow({mode:'open'}),s=new w.CSSStyleSheet();s.replaceSync(':host(:focus-within) p{color:rgb(1,1,1)}input:focus{font-size:31px}@media all{div{&:has(:focus){background-color:rgb(2,2,2)}}}');r.adoptedStyleSheets=[s];r.innerHTML='<p>p</p><div><slot></slot><input></div>';s.insertRule('p:has(+ div:focus-within){font-size:32px}',0);r.querySelector('input').focus()}`,
  },
  {
    name: 'open, modal, and shown as a popover',
    html: String.raw`<style>details:open{color:rgb(1,1,1)}dialog:open{color:rgb(2,2,2)}dialog:modal{font-size:31px}div:popover-open{color:rgb(3,3,3)}</style><details><summary>s</summary>d</details><dialog>m</dialog><dialog id="n">n</dialog><div popover>p</div>`,
    act: String.raw`(w)=>{const d=w.document;d.querySelector('details').open=true;d.querySelector('dialog').showModal();d.querySelector('#n').show();d.querySelector('[popover]').showPopover()}`,
  },
  {
    name: 'undefined elements that come later, in shadow roots too',
    html: String.raw`<style>:not(:defined){color:rgb(1,1,1)}x-late:defined{color:rgb(2,2,2)}</style><x-host></x-host>`,
    act: String.raw`async(w)=>{const d=w.document;d.body.append(d.createElement('x-late'),d.createElement('x-never'));const r=d.querySelector('x-host').attachShadow({mode:'open'});r.innerHTML='<style>x-in:not(:defined){display:none}</style><x-in>i</x-in>';w.parent.lab.flush();w.customElements.define('x-late',class extends w.HTMLElement{});await w.customElements.whenDefined('x-late');d.body.append(d.createElement('x-never'))}`,
  },
];
