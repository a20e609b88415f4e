// Frames of the same origin.
import type { Case } from './case.ts';

export const frames: readonly Case[] = [
  {
    name: 'a frame within a frame',
    html: String.raw`<iframe srcdoc="<p>one</p><iframe srcdoc=&quot;<b>two</b>&quot;></iframe>"></iframe>`,
  },
  {
    name: 'a frame whose document is written by script',
    html: String.raw`<iframe id="f"></iframe>`,
    act: String.raw`(w)=>{const d=w.document.querySelector('#f').contentDocument;d.open();d.write('<!doctype html><style>p{color:rgb(1,2,3)}</style><p>written</p>');d.close();d.body.append('more')}`,
  },
  {
    name: 'changes in a frame that was written',
    html: String.raw`<iframe id="f"></iframe>`,
    act: String.raw`(w)=>{const f=w.document.querySelector('#f');const d=f.contentDocument;d.open();d.write('<p>written</p>');d.close();w.parent.lab.flush();f.contentDocument.querySelector('p').textContent='changed'}`,
  },
  {
    name: 'a frame that gets another document',
    html: String.raw`<iframe id="f" src="/inner"></iframe>`,
    act: String.raw`(w)=>new Promise((done)=>{const f=w.document.querySelector('#f');f.addEventListener('load',()=>w.setTimeout(done,0),{once:true});f.srcdoc='<p>another</p>'})`,
  },
  {
    name: 'a frame that is added late',
    html: String.raw`<div id="t"></div>`,
    act: String.raw`(w)=>new Promise((done)=>{const f=w.document.createElement('iframe');f.src='/inner';f.onload=()=>w.setTimeout(done,0);w.document.querySelector('#t').append(f)})`,
  },
  {
    name: 'a frame that is moved',
    html: String.raw`<div id="a"><iframe src="/inner"></iframe></div><div id="b"></div>`,
    act: String.raw`(w)=>new Promise((done)=>{const f=w.document.querySelector('iframe');f.addEventListener('load',()=>w.setTimeout(done,0),{once:true});w.document.querySelector('#b').append(f)})`,
  },
  {
    name: 'a frame in quirks mode, one in limited quirks',
    html: String.raw`<iframe srcdoc="<table><tr><td>q</table>"></iframe><iframe id="f"></iframe>`,
    act: String.raw`(w)=>{const d=w.document.querySelector('#f').contentDocument;d.open();d.write('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" ""><p>lq</p>');d.close()}`,
  },
];
