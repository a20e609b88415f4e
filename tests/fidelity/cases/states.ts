// States that styles ask for, which nothing in the tree shows.
import type { Case } from './case.ts';

export const states: readonly Case[] = [
  {
    name: 'undefined elements that come later, in shadow roots too',
    html: String.raw`<style>:not(:defined){color:rgb(1,1,1)}x-late:defined{color:rgb(2,2,2)}</style><x-host></x-host>`,
    act: String.raw`async(w)=>{const d=w.document;d.body.append(d.createElement('x-late'),d.createElement('x-never'));const r=d.querySelector('x-host').attachShadow({mode:'open'});r.innerHTML='<style>x-in:not(:defined){display:none}</style><x-in>i</x-in>';w.parent.lab.flush();w.customElements.define('x-late',class extends w.HTMLElement{});await w.customElements.whenDefined('x-late');d.body.append(d.createElement('x-never'))}`,
  },
];
