// State pseudo-classes, caused by a real pointer and keyboard: in every source of sheets, in shadow roots and frames.
import { act } from './act.ts';
import type { Case } from './case.ts';

/** One rule for each state, for elements `a`, `b`, `c` in it. */
const rules = (of: string) =>
  `${of}:hover{color:rgb(1,0,0)}${of}:active{background-color:rgb(2,2,2)}${of}:focus{font-size:21px}${of}:focus-visible{letter-spacing:3px}${of}:focus-within{text-indent:4px}`;
const there = [
  { move: `d.querySelector('#a')` },
  { press: `d.querySelector('#a')` },
  { release: true },
  { key: 'Tab' },
] as const;
const shadow = `d.querySelector('#h').shadowRoot.querySelector('#a')`;
const inShadow = [{ move: shadow }, { press: shadow }, { release: true }, { key: 'Tab' }] as const;
/** What a browser draws by itself under the pointer is no style, and not shown: these are the page's own. */
const drawn = `<style>button{appearance:none;background:rgb(240,240,240);border:2px solid rgb(9,9,9);color:rgb(8,8,8)}</style>`;
const buttons = `${drawn}<div id="o"><button id="a">a</button> <button id="b">b</button></div><p>rest</p>`;
const root = (inner: string) =>
  `<div id="h"><template shadowrootmode="open">${drawn}${inner}</template><i>light</i></div><p>rest</p><button>last</button>`;

export const pseudo: readonly Case[] = [
  {
    name: 'in a style element',
    html: `<style>${rules('button')}${rules('#o')}</style>${buttons}`,
    hand: there,
  },
  {
    name: 'in a linked sheet',
    html: `<link rel="stylesheet" href="/states.css">${buttons}`,
    hand: there,
  },
  {
    name: 'in an imported sheet, in a layer and under a condition',
    html: `<style>@import url("/states.css") layer(one) screen;</style>${buttons}`,
    hand: there,
  },
  {
    name: 'in an adopted sheet',
    html: `${buttons}<script>const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(rules('button'))});document.adoptedStyleSheets=[s]</script>`,
    hand: there,
  },
  {
    name: 'in rules that script has put in',
    html: `<style id="s">p{color:red}</style>${buttons}`,
    act: act(
      `for (const rule of ${JSON.stringify(rules('button').split('}').slice(0, -1))}) $('#s').sheet.insertRule(rule + '}');`,
    ),
    hand: there,
  },
  {
    name: 'in nested rules, lists, negations and relations',
    html: `<style>#o{&:hover{color:rgb(1,2,3)}button{&:focus,&.x{font-size:30px}}}:is(button:hover,u){color:rgb(3,2,1)}button:not(:hover){opacity:.5}#o:has(button:hover)+p{color:rgb(5,5,5)}:where(button:active){padding:9px}button:nth-child(1 of :hover){margin:5px}</style>${buttons}`,
    hand: there,
  },
  {
    name: 'in a shadow root, and of its host',
    html: root(
      `<style>${rules('#a')}:host(:hover){border:3px solid rgb(1,1,1)}:host(:focus-within){padding:7px}:host(:active) #b{color:rgb(6,6,6)}:host-context(body:hover) #b{margin-left:9px}</style><button id="a">a</button><button id="b">b</button><slot></slot>`,
    ),
    hand: inShadow,
  },
  {
    name: 'in a sheet that a shadow root has adopted',
    html: `<div id="h"></div><p>rest</p><button>last</button><script>const r=document.querySelector('#h').attachShadow({mode:'open'});r.innerHTML='${drawn}<button id="a">a</button>';const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(`${rules('#a')}:host(:hover){outline:2px solid rgb(1,2,3)}`)});r.adoptedStyleSheets=[s]</script>`,
    hand: inShadow,
  },
  {
    name: 'of parts and of what is slotted',
    html: `<style>#h::part(x):hover{color:rgb(1,2,3)}#h::part(x):focus{font-size:25px}</style>${root(`<style>::slotted(i:hover){color:rgb(4,5,6)}slot:hover{font-size:23px}</style><button id="a" part="x">a</button><slot></slot>`)}`,
    hand: [...inShadow, { move: `d.querySelector('i')` }],
  },
  {
    name: 'in a frame',
    html: `<iframe id="f" srcdoc='<style>${rules('button')}body:hover{background-color:rgb(9,8,7)}</style>${buttons}'></iframe><style>iframe:hover{border-color:rgb(1,1,1)}iframe:focus{opacity:.9}</style>`,
    hand: [
      { move: `d.querySelector('#f').contentDocument.querySelector('#a')` },
      { click: `d.querySelector('#f').contentDocument.querySelector('#a')` },
      { key: 'Tab' },
      { move: `d.querySelector('#f').contentDocument.querySelector('p')` },
    ],
  },
  {
    name: 'that generate content, and reach through siblings',
    html: `<style>button:hover::after{content:" over";color:rgb(1,2,3)}button:focus~p::before{content:"has it";font-size:19px}label:active>input{width:50px}label:hover{color:rgb(3,3,3)}</style>${buttons}<label id="l">tick <input type="checkbox"></label>`,
    hand: [...there, { press: `d.querySelector('#l')` }, { release: true }],
  },
  {
    name: 'that were on before sharing began',
    html: `<style>:target{color:rgb(1,2,3)}p:target-within,div:has(:target){font-size:22px}input:focus{color:rgb(4,5,6)}</style><div><b id="there">x</b></div><input id="i"><script>location.hash='there';document.querySelector('#i').focus()</script>`,
    act: act(`w.location.hash = ''; await frames();`),
  },
  {
    name: 'of the address, and of what holds it',
    html: `<style>:target{color:rgb(1,1,1)}section:has(:target){font-size:20px}p:not(:target){letter-spacing:1px}</style><section><p id="x">x</p></section><p id="y">y</p>`,
    act: act(
      `w.location.hash = 'x'; await frames(); flush(); w.location.hash = 'y'; await frames(); flush(); w.history.replaceState(null, '', '#none'); await frames(); w.location.hash = 'x'; await frames();`,
    ),
  },
  {
    name: 'of fields, as they are typed into',
    html: `<style>input:focus{color:rgb(1,2,3)}input:placeholder-shown{background-color:rgb(9,9,9)}input:not(:placeholder-shown)+b{color:rgb(7,7,7)}form:focus-within{padding:5px}::placeholder{color:rgb(8,8,8);font-style:italic}</style><form><input id="a" placeholder="name"><b>b</b><textarea placeholder="more"></textarea></form>`,
    hand: [{ click: `d.querySelector('#a')` }, { type: 'Ana' }, { key: 'Tab' }],
  },
  {
    name: 'of what can be written in and what cannot',
    html: `<style>:read-write{color:rgb(1,1,1)}:read-only{letter-spacing:2px}[contenteditable]{border:1px solid rgb(3,3,3)}[contenteditable="true"]{font-size:20px}[contenteditable=false]{color:rgb(9,9,9)}</style><div contenteditable="true" style="width:60px">edit averyveryverylongword <i contenteditable="false">not</i></div><input><input readonly><p>p</p>`,
    act: act(`$('div').contentEditable = 'false'; $('p').contentEditable = 'plaintext-only';`),
  },
  {
    name: 'asked of attributes that act',
    html: `<style>a[target="_blank"]::after{content:"\u2197"}[tabindex]{color:rgb(1,2,3)}[tabindex="-1"]:focus{outline:0}a[download]{font-weight:700}button[popovertarget]{font-size:19px}[accesskey]{opacity:.7}img[src$=".svg"]{width:30px}[is=x-b]{color:rgb(6,6,6)}</style><a href="/x" target="_blank">out</a><p tabindex="-1">t</p><a href="/f" download>d</a><button popovertarget="q">p</button><form action="/go"><input></form><b accesskey="k">k</b><iframe srcdoc="x"></iframe>`,
    act: act(
      `$('p').removeAttribute('tabindex'); $('b').tabIndex = 0; $('a').removeAttribute('target');`,
    ),
  },
];
