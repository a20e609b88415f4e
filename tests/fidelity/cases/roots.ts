// Shadow roots: however they come, and whatever they show.
import { act } from './act.ts';
import type { Case } from './case.ts';

export const roots: readonly Case[] = [
  {
    name: 'open, closed and by hand, in elements that the page defines',
    html: `<x-open>o</x-open><x-closed>c</x-closed>`,
    act: act(
      `for (const mode of ['open', 'closed']) w.customElements.define('x-' + mode, class extends w.HTMLElement { constructor() { super(); this.inner = this.attachShadow({ mode }); this.inner.innerHTML = '<style>p{color:rgb(1,2,3)}:host{display:block;padding:4px}</style><p>in <slot></slot></p>'; } connectedCallback() { this.inner.append('connected'); } });
      flush(); d.body.append(d.createElement('x-closed'), d.createElement('x-open')); flush(); $('x-closed').inner.querySelector('p').append(' late'); $('x-closed').append('more light');`,
    ),
  },
  {
    name: 'declared in HTML that script sets',
    html: `<div id="t"></div>`,
    act: act(
      `const html = '<div id="h"><template shadowrootmode="open"><style>p{color:rgb(1,2,3)}</style><p>declared</p><slot></slot></template>light</div>'; const t = $('#t'); if (t.setHTMLUnsafe) t.setHTMLUnsafe(html); flush(); const parsed = w.Document.parseHTMLUnsafe?.(html); if (parsed) t.append(d.adoptNode(parsed.querySelector('#h'))); flush(); t.append($('#h').cloneNode(true)); t.querySelector('#h')?.shadowRoot?.append('later');`,
    ),
  },
  {
    name: 'declared, and able to be copied',
    html: `<div id="h"><template shadowrootmode="open" shadowrootclonable><p>x</p><slot></slot></template>l</div>`,
    act: act(`d.body.append($('#h').cloneNode(true), d.importNode($('#h'), true));`),
  },
  {
    name: 'slots by hand, assigned anew and emptied',
    html: `<div id="h"><b>1</b><i>2</i>text</div>`,
    act: act(
      `const h = $('#h'), r = h.attachShadow({ mode: 'open', slotAssignment: 'manual' }); r.innerHTML = '<p><slot id="one"></slot></p><u><slot id="two">fallback</slot></u>'; const [one, two] = r.querySelectorAll('slot'); one.assign($('i'), h.lastChild); flush();
      two.assign($('b')); flush(); one.assign(); flush(); two.assign($('b'), $('i')); flush(); $('b').remove(); flush(); h.append(d.createElement('s')); one.assign(h.lastChild);`,
    ),
  },
  {
    name: 'slots by hand, made before sharing began',
    html: `<div id="h"><b>1</b><i>2</i></div><script>const h=document.querySelector('#h'),r=h.attachShadow({mode:'open',slotAssignment:'manual'});r.innerHTML='<slot></slot>';r.firstChild.assign(h.children[1])</script>`,
  },
  {
    name: 'slots by hand in a root that nobody may look into',
    html: `<div id="h"><b>1</b><i>2</i></div>`,
    act: act(
      `const r = $('#h').attachShadow({ mode: 'closed', slotAssignment: 'manual' }); r.innerHTML = '<p><slot></slot></p>'; const slot = r.querySelector('slot'); slot.assign($('i')); flush(); await frames(); slot.assign($('b')); await frames();`,
    ),
  },
  {
    name: 'what is slotted through two roots',
    html: `<div id="o"><template shadowrootmode="open"><div id="i"><template shadowrootmode="open"><p><slot name="x">none</slot></p></template><slot name="y" slot="x"></slot></div></template><b slot="y">deep</b></div>`,
    act: act(
      `$('b').append('er'); flush(); $('b').slot = 'z'; flush(); $('#o').shadowRoot.querySelector('slot').name = 'z';`,
    ),
  },
  {
    name: 'hosts that change places, and light children that change hosts',
    html: `<div id="a"><template shadowrootmode="open"><p><slot></slot></p></template><b>1</b></div><div id="b"><template shadowrootmode="open"><i><slot></slot></i></template><u>2</u></div>`,
    act: act(
      `$('#b').append($('b')); $('#a').append($('u')); flush(); $('#a').append($('#b')); flush(); d.body.prepend($('#b')); $('#b').shadowRoot.querySelector('i').append($('#a'));`,
    ),
  },
  {
    name: 'nodes that move between page and root, while they change',
    html: `<div id="h"><template shadowrootmode="open"><section><p id="in">in</p></section></template></div><p id="out">out</p>`,
    act: act(
      `const r = $('#h').shadowRoot, inside = r.querySelector('#in'), out = $('#out'); d.body.append(inside); r.querySelector('section').append(out); inside.textContent = 'now out'; out.className = 'x'; flush(); r.replaceChildren(inside, out, 'text', d.createComment('c'));`,
    ),
  },
  {
    name: 'attached to what is shown, hidden, slotted and in a frame',
    html: `<div id="s">shown</div><div id="n" hidden>hidden</div><iframe srcdoc="<div id=f>framed</div>"></iframe>`,
    act: act(
      `for (const host of [$('#s'), $('#n'), $('iframe').contentDocument.querySelector('#f')]) host.attachShadow({ mode: 'open' }).innerHTML = '<style>p{color:rgb(1,2,3)}</style><p>root</p><slot></slot>'; flush(); $('#n').hidden = false;
      const inner = $('iframe').contentDocument.querySelector('#f').shadowRoot; inner.querySelector('p').textContent = 'changed'; inner.append(inner.ownerDocument.createElement('input')); inner.querySelector('input').value = 'typed';`,
    ),
  },
  {
    name: 'fields, scrollers, sheets and frames within roots within roots',
    html: `<div id="h"><template shadowrootmode="open"><div id="g"><template shadowrootmode="open"><input value="d"><select><option>1<option>2</select><div id="s" style="height:40px;overflow:auto"><p style="height:300px">tall</p></div><iframe srcdoc="<p>framed</p>"></iframe></template></div></template></div>`,
    act: act(
      `const r = $('#h').shadowRoot.querySelector('#g').shadowRoot, at = (s) => r.querySelector(s); at('input').value = 'typed'; at('select').selectedIndex = 1; at('#s').scrollTop = 66; at('iframe').contentDocument.querySelector('p').textContent = 'changed'; const s = new w.CSSStyleSheet(); s.replaceSync('input{color:rgb(1,2,3)}'); r.adoptedStyleSheets = [s]; await frames();`,
    ),
  },
  {
    name: 'parts of parts, by their exported names',
    html: `<style>#o::part(deep){color:rgb(1,2,3)}</style><div id="o"><template shadowrootmode="open"><div id="i" exportparts="p: deep"><template shadowrootmode="open"><b part="p">b</b><u part="q r">u</u></template></div></template></div>`,
    act: act(
      `const i = $('#o').shadowRoot.querySelector('#i'); i.shadowRoot.querySelector('u').part.add('p'); flush(); i.setAttribute('exportparts', 'q: deep');`,
    ),
  },
  {
    name: 'a root that passes the focus on, and elements that are fields by themselves',
    html: `<style>x-field:focus-within{color:rgb(1,2,3)}</style><x-field></x-field>`,
    act: act(
      `w.customElements.define('x-field', class extends w.HTMLElement { static formAssociated = true; constructor() { super(); this.internals = this.attachInternals(); this.attachShadow({ mode: 'open', delegatesFocus: true }).innerHTML = '<input id="i">'; } }); flush(); w.focus(); $('x-field').focus();`,
    ),
  },
];
