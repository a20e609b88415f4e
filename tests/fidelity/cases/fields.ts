// Fields: their state, however it came about.
import type { Case } from './case.ts';

export const fields: readonly Case[] = [
  {
    name: 'values set before the snapshot',
    html: String.raw`<input id="a" value="x"><textarea id="b">d</textarea><input type="checkbox" id="c"><select id="s"><option>1<option>2</select><script>a.value="set";b.value="area";c.checked=true;s.value="2"</script>`,
  },
  {
    name: 'radio groups across forms',
    html: String.raw`<form><input type="radio" name="g" id="a" checked></form><form><input type="radio" name="g" id="b" checked></form><input type="radio" name="g" id="c"><input type="radio" name="h" id="d" form="f"><form id="f"></form>`,
    act: String.raw`(w)=>{w.document.querySelector('#c').checked=true;w.document.querySelector('#b').checked=false;w.document.querySelector('#d').checked=true}`,
  },
  {
    name: 'numbers and dates set by their own means',
    html: String.raw`<input type="number" id="n" value="1"><input type="date" id="d"><input type="time" id="t"><input type="month" id="m"><input type="week" id="w"><input type="range" id="r"><input type="color" id="c"><input type="datetime-local" id="l">`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#n').stepUp(3);$('#d').valueAsNumber=864e5;$('#t').value='10:20';$('#m').value='2026-02';$('#w').value='2026-W05';$('#r').stepDown();$('#c').value='#ff0000';$('#l').value='2026-01-02T03:04'}`,
  },
  {
    name: 'texts replaced in a range',
    html: String.raw`<input id="a" value="hello"><textarea id="b">hello</textarea>`,
    act: String.raw`(w)=>{w.document.querySelector('#a').setRangeText('J',0,1);w.document.querySelector('#b').setRangeText('y',4,5)}`,
  },
  {
    name: 'a multiple choice, with groups, options added, removed and disabled',
    html: String.raw`<select id="m" multiple size="4"><optgroup label="g"><option selected>1<option>2</optgroup><option selected>3</select>`,
    act: String.raw`(w)=>{const m=w.document.querySelector('#m');m.options[1].selected=true;m.add(new w.Option('4','4',true,true));m.options[0].remove();m.options[1].disabled=true}`,
  },
  {
    name: 'nothing chosen',
    html: String.raw`<select id="s"><option>1<option>2</select>`,
    act: String.raw`(w)=>{w.document.querySelector('#s').selectedIndex=-1}`,
  },
  {
    name: 'a form that is reset after much',
    html: String.raw`<form id="f"><input id="a" value="d"><input type="checkbox" id="c" checked><select id="s"><option>1<option selected>2</select><textarea id="t">d</textarea></form>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#a').value='x';$('#c').checked=false;$('#c').indeterminate=true;$('#s').selectedIndex=0;$('#t').value='y';w.parent.lab.flush();$('#f').reset()}`,
  },
  {
    name: 'a type that changes',
    html: String.raw`<input id="a" value="7"><input id="b" type="checkbox">`,
    act: String.raw`(w)=>{w.document.querySelector('#a').type='range';w.document.querySelector('#b').type='text';w.document.querySelector('#b').value='now text'}`,
  },
  {
    name: 'a default that changes after the value was set',
    html: String.raw`<input id="a" value="d"><textarea id="t">d</textarea>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#a').value='typed';$('#t').value='typed';w.parent.lab.flush();$('#a').setAttribute('value','new default');$('#t').textContent='new default';$('#a').defaultValue='newer'}`,
  },
  {
    name: 'what is edited in place',
    html: String.raw`<div contenteditable id="e">one</div>`,
    act: String.raw`(w)=>{const e=w.document.querySelector('#e');e.innerHTML='two <b>three</b>';e.append('four')}`,
  },
  {
    name: 'output, progress, meter',
    html: String.raw`<output id="o">1</output><progress id="p" max="10" value="2"></progress><meter id="m" min="0" max="9" value="3"></meter>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#o').value='new';$('#p').value=7;$('#m').value=8;$('#p').removeAttribute('max')}`,
  },
  {
    name: 'validity, in colours',
    html: String.raw`<style>input:invalid{color:rgb(9,0,0)}input:valid{color:rgb(0,9,0)}input:out-of-range{background-color:rgb(0,0,9)}input:placeholder-shown{font-size:20px}input:read-only{opacity:.5}</style><input type="email" id="a" value="no"><input type="number" max="3" id="b" value="2"><input placeholder="p" id="c"><input readonly>`,
    act: String.raw`(w)=>{const $=(s)=>w.document.querySelector(s);$('#a').value='a@b.cd';$('#b').value='9';$('#c').value='x'}`,
  },
  {
    name: 'values with line breaks and odd characters',
    html: String.raw`<textarea id="t"></textarea><input id="i">`,
    act: String.raw`(w)=>{w.document.querySelector('#t').value='a\nb\r\nc\u0001\ud83d\ude00';w.document.querySelector('#i').value='\u00e9<b>&amp;'}`,
  },
  {
    name: 'fields, forms and pictures that are called as properties are',
    html: String.raw`<form class="a"><input name="attributes"></form><form><input name="host"><input name="children"><input name="id"><input id="style"><img name="images"></form><form name="title"></form><img name="createElement"><img name="body">`,
    act: String.raw`(w)=>{const [a,b]=w.document.querySelectorAll('form');a.className='b';b.append('t');a.before(b);a.remove()}`,
  },
  {
    name: 'many fields in one form',
    html: String.raw`<form></form><script>document.querySelector('form').innerHTML=Array.from({length:300},(_,i)=>'<label for="f'+i+'">n '+i+'</label><input id="f'+i+'" name="f'+i+'"><label>in <input name="g'+i+'"></label>').join('')</script>`,
    act: String.raw`(w)=>{const f=w.document.querySelector('form');f.append(...[...f.children].slice(0,60).reverse());for(let i=0;i<20;i++)f.children[i*3].remove();const n=w.document.createElement('fieldset');n.innerHTML='<legend>l</legend><input name=late><iframe srcdoc="<p>in a form"></iframe>';f.children[100].after(n)}`,
  },
];
