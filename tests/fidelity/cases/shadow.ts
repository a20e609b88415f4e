// Shadow roots of every kind.
import type { Case } from './case.ts';

export const shadow: readonly Case[] = [
  {
    name: 'declarative, with slots and fallbacks',
    html: String.raw`<div><template shadowrootmode="open"><style>p{color:rgb(1,2,3)}::slotted(b){color:rgb(4,5,6)}</style><p>in</p><slot name="a">fallback</slot><slot></slot></template><b>light</b><i slot="a">named</i></div>`,
    act: String.raw`(w)=>{w.document.querySelector('i').slot='';w.document.querySelector('b').remove()}`,
  },
  {
    name: 'closed, attached while it is watched',
    html: String.raw`<div id="h"></div>`,
    act: String.raw`(w)=>{const r=w.document.querySelector('#h').attachShadow({mode:'closed'});r.innerHTML='<p>closed</p>';w.keep=r;w.parent.lab.flush();r.querySelector('p').textContent='changed'}`,
  },
  {
    name: 'slots by hand',
    html: String.raw`<div id="h"><b>1</b><i>2</i></div>`,
    act: String.raw`(w)=>{const h=w.document.querySelector('#h');const r=h.attachShadow({mode:'open',slotAssignment:'manual'});r.innerHTML='<p><slot></slot></p>';r.querySelector('slot').assign(h.querySelector('i'))}`,
  },
  {
    name: 'roots within roots, filled late',
    html: String.raw`<div id="h"></div>`,
    act: String.raw`(w)=>{let at=w.document.querySelector('#h');for(let i=0;i<20;i++){const r=at.attachShadow({mode:'open'});const d=w.document.createElement('div');r.append('level '+i,d);at=d}w.parent.lab.flush();at.append('deepest');at.attachShadow({mode:'open'}).append('and below')}`,
  },
  {
    name: 'parts and custom properties',
    html: String.raw`<style>x-p::part(label){color:rgb(1,2,3)}x-p{--c:rgb(4,5,6)}</style><x-p></x-p>`,
    act: String.raw`(w)=>{const r=w.document.querySelector('x-p').attachShadow({mode:'open'});r.innerHTML='<style>b{color:var(--c)}</style><span part=label>l</span><b>b</b>';w.parent.lab.flush();w.document.querySelector('x-p').style.setProperty('--c','rgb(7,8,9)')}`,
  },
  {
    name: 'an element that is defined late',
    html: String.raw`<x-late>light</x-late>`,
    act: String.raw`(w)=>{w.customElements.define('x-late',class extends w.HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<p>up<slot></slot></p>'}})}`,
  },
  {
    name: 'a host that moves',
    html: String.raw`<div id="a"><x-m></x-m></div><div id="b"></div>`,
    act: String.raw`(w)=>{const h=w.document.querySelector('x-m');h.attachShadow({mode:'open'}).innerHTML='<input value=v>';w.parent.lab.flush();w.document.querySelector('#b').append(h);h.shadowRoot.querySelector('input').value='moved'}`,
  },
  {
    name: 'slots and ids that are called as properties are',
    html: String.raw`<style>#prefix{color:rgb(1,2,3)}</style><p id="prefix">p</p><div id="h"><b slot="prefix">before</b>in it</div><script>h.attachShadow({mode:'open'}).innerHTML='<i><slot name="prefix"></slot></i><u><slot></slot></u>'</script>`,
    act: String.raw`(w)=>{w.document.querySelector('b').slot='';w.document.querySelector('#h').append('more')}`,
  },
];
