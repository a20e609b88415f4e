// Animations that hold still, or have come to an end: what they show can be compared to the last digit.
import type { Case } from './case.ts';

export const motion: readonly Case[] = [
  {
    name: 'of styles, put elsewhere by script',
    html: String.raw`<style>@keyframes k{from{width:100px;color:rgb(0,0,0)}to{width:300px;color:rgb(200,100,50)}}p{animation:k 10s linear forwards paused}</style><p id="a">a</p><p id="b">b</p>`,
    act: String.raw`(w)=>{for(const p of w.document.querySelectorAll('p')){const a=p.getAnimations()[0];a.pause();a.currentTime=p.id==='a'?5000:2500}}`,
  },
  {
    name: 'of styles, paused by styles',
    html: String.raw`<style>@keyframes k{from{width:100px}to{width:300px}}p{animation:k 10s linear -3s paused both}</style><p>a</p>`,
    act: String.raw`(w)=>{w.document.querySelector('p').style.animationDelay='-6s'}`,
  },
  {
    name: 'of styles, that have run their course',
    html: String.raw`<style>@keyframes k{from{width:100px}to{width:300px}}p{width:50px}#a{animation:k 20ms}#b{animation:k 20ms forwards}</style><p id="a">a</p><p id="b">b</p>`,
    act: String.raw`(w)=>Promise.all(w.document.getAnimations().map((a)=>a.finished))`,
  },
  {
    name: 'of script, held at their end',
    html: String.raw`<p id="a">a</p><p id="b">b</p>`,
    act: String.raw`async(w)=>{const $=(s)=>w.document.querySelector(s);await Promise.all([$('#a').animate({width:['100px','200px'],color:['red','rgb(1,2,3)']},{duration:20,fill:'forwards'}).finished,$('#b').animate([{fontSize:'10px'},{fontSize:'30px',easing:'steps(2)',offset:.3},{fontSize:'40px'}],{duration:10,fill:'both',iterations:2,direction:'alternate'}).finished]);w.parent.lab.flush()}`,
  },
  {
    name: 'of script, paused, sought and slowed',
    html: String.raw`<p id="a">a</p><p id="b">b</p><p id="c">c</p>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);const a=$('#a').animate({width:['100px','200px']},1000);a.pause();a.currentTime=250;const b=$('#b').animate({width:['100px','200px']},10000);w.parent.lab.flush();b.pause();b.currentTime=7500;b.playbackRate=.5;const c=$('#c').animate({width:['100px','200px']},{duration:1000,delay:500,easing:'ease-in'});c.currentTime=900;c.pause();w.parent.lab.flush();c.effect.updateTiming({duration:2000});c.effect.setKeyframes({width:['400px','600px']})}`,
  },
  {
    name: 'of script, cancelled',
    html: String.raw`<p id="a" style="width:77px">a</p>`,
    act: String.raw`(w)=>{const a=w.document.querySelector('#a').animate({width:['100px','200px']},{duration:1,fill:'forwards'});a.finish();w.parent.lab.flush();a.cancel()}`,
  },
  {
    name: 'of script, one over the other',
    html: String.raw`<p id="a">a</p>`,
    act: String.raw`(w)=>{const p=w.document.querySelector('#a');const a=p.animate({width:['100px','200px']},{duration:1000,fill:'both'}),b=p.animate({width:['10px','20px']},{duration:1000,fill:'both',composite:'add'});a.pause();b.pause();a.currentTime=500;b.currentTime=500;w.parent.lab.flush();a.currentTime=700}`,
  },
  {
    name: 'a transition that script holds half-way',
    html: String.raw`<style>p{width:100px;transition:width 10s linear}p.w{width:300px}</style><p>a</p>`,
    act: String.raw`(w)=>{const p=w.document.querySelector('p');p.getBoundingClientRect();p.className='w';p.getBoundingClientRect();const t=p.getAnimations()[0];t.pause();t.currentTime=5000}`,
  },
  {
    name: 'in shadow roots, of elements that are new',
    html: String.raw`<x-h></x-h>`,
    act: String.raw`(w)=>{const r=w.document.querySelector('x-h').attachShadow({mode:'open'});const p=w.document.createElement('p');p.textContent='in';r.append(p);const a=p.animate({fontSize:['10px','50px']},1000);a.pause();a.currentTime=500;const n=w.document.createElement('p');n.textContent='n';w.document.body.append(n);const b=n.animate({fontSize:['10px','50px']},{duration:1000,fill:'forwards'});b.finish()}`,
  },
  {
    name: 'of styles that script cancelled',
    html: String.raw`<style>@keyframes k{from{width:100px}to{width:300px}}p{width:50px;animation:k 10s linear infinite paused}</style><p>a</p>`,
    act: String.raw`(w)=>{w.document.querySelector('p').getAnimations()[0].cancel()}`,
  },
  {
    name: 'committed to the style attribute, with a variable and a shorthand',
    html: String.raw`<p id="a" style="--w:150px">a</p><p id="b">b</p>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);const a=$('#a').animate({width:['10px','var(--w)'],margin:['0px','20px']},{duration:10,fill:'forwards'});a.finish();const b=$('#b').animate({width:['10px','50px']},{duration:10,fill:'forwards'});b.finish();b.commitStyles();b.cancel()}`,
  },
];
