// Fields: every kind of them, and every way to change them.
import { act } from './act.ts';
import type { Case } from './case.ts';

const kinds =
  'text search url tel email number range date time datetime-local month week color checkbox radio button submit reset file image'.split(
    ' ',
  );

export const values: readonly Case[] = [
  {
    name: 'every type, given a value by script',
    html: kinds.map((type) => `<input type="${type}" id="${type}">`).join(''),
    act: act(
      `const values = { text: 't', search: 's', url: 'u:x', tel: '1', email: 'a@b', number: '5', range: '20', date: '2026-03-04', time: '05:06', 'datetime-local': '2026-03-04T05:06', month: '2026-03', week: '2026-W09', color: '#102030', button: 'b', submit: 'go', reset: 'back' };
      for (const [id, value] of Object.entries(values)) d.getElementById(id).value = value; $('#checkbox').checked = $('#radio').checked = true; flush(); $('#date').valueAsDate = new Date(0); $('#range').valueAsNumber = 70; $('#time').stepUp(); $('#number').stepDown(2); if ($('#week').type === 'week') $('#week').valueAsNumber = 0;`,
    ),
  },
  {
    name: 'every type, where its own value is its default overridden',
    html: `<form id="f"><input value="d"><input type="checkbox" checked><input type="radio" name="r" checked><input type="radio" name="r"><select><option selected>1<option>2</select><select multiple><option selected>1<option selected>2</select><textarea>d</textarea><output>d</output></form><script>const e=document.querySelector('#f').elements;e[0].value='x';e[1].checked=false;e[3].checked=true;e[4].selectedIndex=1;e[5].options[0].selected=false;e[6].value='y';e[7].value='z'</script>`,
    act: act(
      `const e = $('#f').elements; e[0].defaultValue = 'dd'; e[1].defaultChecked = false; e[4].options[0].defaultSelected = true; e[6].defaultValue = 'dd'; flush(); $('#f').reset();`,
    ),
  },
  {
    name: 'a copy of a field that was filled in',
    html: `<input id="a" value="d"><textarea id="t">d</textarea><select id="s"><option>1<option>2</select><input type="checkbox" id="c">`,
    act: act(
      `$('#a').value = 'typed'; $('#t').value = 'typed'; $('#s').value = '2'; $('#c').checked = true; for (const id of ['a', 't', 's', 'c']) d.body.append(d.getElementById(id).cloneNode(true));`,
    ),
  },
  {
    name: 'radio groups that are renamed, joined, taken out and put back',
    html: `<form id="f"><input type="radio" name="g" id="a" checked><input type="radio" name="g" id="b"></form><input type="radio" name="h" id="c" checked>`,
    act: act(
      `$('#c').name = 'g'; $('#c').setAttribute('form', 'f'); flush(); $('#b').checked = true; const b = $('#b'); b.remove(); flush(); $('#a').checked = true; $('#f').append(b); flush(); $('#a').remove(); flush(); b.type = 'checkbox'; b.indeterminate = true;`,
    ),
  },
  {
    name: 'radio groups in roots and frames keep to themselves',
    html: `<input type="radio" name="g" id="a" checked><div id="h"><template shadowrootmode="open"><input type="radio" name="g" checked></template></div><iframe srcdoc="<input type=radio name=g checked>"></iframe>`,
    act: act(
      `$('#h').shadowRoot.querySelector('input').checked = false; flush(); $('#h').shadowRoot.querySelector('input').checked = true; $('#a').checked = false;`,
    ),
  },
  {
    name: 'lists whose entries change',
    html: `<select id="s"><option>1<option selected>2<option>3</select><select id="m" multiple size="3"><option>1<option selected>2</select>`,
    act: act(
      `const s = $('#s'); s.options[1].text = 'two'; s.options[2].label = 'three'; flush(); s.add(new w.Option('0'), 0); flush(); s.options.length = 2; flush(); s.append(...Array.from({ length: 5 }, (_, i) => new w.Option('n' + i))); s.value = 'n3'; flush(); s.remove(0); const g = d.createElement('optgroup'); g.label = 'g'; g.disabled = true; g.append(s.options[1]); s.append(g); flush(); $('#m').multiple = false; flush(); $('#m').multiple = true; for (const o of $('#m').options) o.selected = true; flush(); s.innerHTML = '<option>only'; s.replaceChildren();`,
    ),
  },
  {
    name: 'a list that draws its own button',
    html: `<style>select,::picker(select){appearance:base-select}select{color:rgb(1,2,3);border:2px solid rgb(3,3,3)}</style><select id="s"><button><selectedcontent></selectedcontent></button><option><b>one</b><option><i>two</i></select>`,
    act: act(`$('#s').selectedIndex = 1;`),
  },
  {
    name: 'a field that is turned from one type to the next',
    html: `<input id="i" value="12">`,
    act: act(
      `for (const type of ['number', 'range', 'checkbox', 'text', 'date', 'search', 'radio', 'email']) { $('#i').type = type; $('#i').value = type === 'date' ? '2026-01-01' : '33'; $('#i').checked = true; flush(); }`,
    ),
  },
  {
    name: 'limits, patterns and what they say of the value',
    html: `<style>progress{appearance:none}:invalid{color:rgb(9,0,0)}:valid{letter-spacing:1px}:in-range{background-color:rgb(0,9,0)}:out-of-range{background-color:rgb(0,0,9)}:required{font-size:15px}:optional{font-size:14px}:default{margin:3px}:indeterminate{opacity:.4}:checked{padding:2px}:enabled{text-indent:1px}:disabled{text-indent:2px}</style><form><input id="a" pattern="[a-z]+" value="ok"><input id="b" type="number" min="1" max="5" step="2" value="3"><input id="c" required><input type="radio" name="r"><input type="radio" name="r"><input type="checkbox" checked><button>go</button><fieldset id="f"><legend><input></legend><input></fieldset><progress></progress></form>`,
    act: act(
      `$('#a').value = 'NO'; $('#b').value = '2'; $('#c').value = 'x'; flush(); $('#b').max = '1'; $('#c').required = false; $('#f').disabled = true; $('progress').value = .5; $('[type=radio]').checked = true; flush(); $('#a').removeAttribute('pattern'); $('#f').disabled = false;`,
    ),
  },
  {
    name: 'long texts, scrolled in their fields',
    html: `<input id="i" size="5"><textarea id="t" rows="2"></textarea><select id="s" size="3"></select>`,
    act: act(
      `$('#i').value = 'a long text that does not fit'; $('#t').value = Array.from({ length: 30 }, (_, i) => 'line ' + i).join('\\n'); $('#s').append(...Array.from({ length: 30 }, (_, i) => new w.Option('o' + i))); await frames(); flush(); $('#t').scrollTop = 77; $('#s').scrollTop = 40; await frames();`,
    ),
  },
  {
    name: 'what is edited in place, by hand',
    html: `<div id="e" contenteditable style="width:200px">one <b>two</b></div>`,
    hand: [
      { click: `d.querySelector('#e')` },
      { type: 'typed' },
      { key: 'Enter' },
      { type: 'below' },
    ],
  },
  {
    name: 'what is edited in place, by commands and fragments',
    html: `<div id="e" contenteditable>one two three</div>`,
    act: act(
      `const e = $('#e'); e.focus(); d.getSelection().selectAllChildren(e); d.execCommand('bold'); d.execCommand('insertText', false, 'new'); flush(); const r = d.createRange(); r.selectNodeContents(e); r.collapse(false); r.insertNode(r.createContextualFragment('<i>end</i> &amp; more')); flush(); r.setStart(e, 0); r.surroundContents(d.createElement('u')); flush(); e.normalize(); e.firstChild.normalize();`,
    ),
  },
  {
    name: 'typed, chosen and ticked by hand',
    html: `<form><input id="i"><input type="checkbox" id="c"><label><input type="radio" name="r" id="r">r</label><textarea id="t"></textarea><input type="range" id="g"><button type="reset" id="x" style="background:white;border:1px solid;color:black">clear</button></form>`,
    hand: [
      { click: `d.querySelector('#i')` },
      { type: 'Ana' },
      { click: `d.querySelector('#c')` },
      { click: `d.querySelector('label')` },
      { click: `d.querySelector('#g')` },
      { click: `d.querySelector('#t')` },
      { type: 'two' },
      { click: `d.querySelector('#x')` },
    ],
  },
  {
    name: 'ranges replaced, chosen and moved in',
    unlike: 'the customer’s selection is drawn in a colour of the viewer’s',
    html: `<input id="i" value="hello world"><textarea id="t">hello world</textarea>`,
    act: act(
      `$('#i').focus(); $('#i').setSelectionRange(2, 5); flush(); $('#i').setRangeText('LL', 2, 4, 'select'); flush(); $('#i').selectionDirection = 'backward'; $('#t').focus(); $('#t').select(); flush(); $('#t').setRangeText('x'); $('#t').selectionStart = 0;`,
    ),
  },
  {
    name: 'fields in a frame, changed without events',
    html: `<iframe srcdoc="<input id=i value=d><select id=s><option>1<option>2</select><input type=checkbox id=c>"></iframe>`,
    act: act(
      `const f = $('iframe').contentDocument; f.querySelector('#i').value = 'typed'; f.querySelector('#s').selectedIndex = 1; f.querySelector('#c').indeterminate = true;`,
    ),
  },
  {
    name: 'proposals, files and pictures as buttons',
    unlike: 'the name of a chosen file is not told',
    html: `<input list="l" id="i"><datalist id="l"><option value="a"><option value="b"></datalist><input type="file" id="f"><input type="image" alt="go" width="30" height="20">`,
    act: act(
      `$('#l').append(new w.Option('c')); $('#i').value = 'c'; const files = new w.DataTransfer(); files.items.add(new w.File(['x'], 'report.txt')); $('#f').files = files.files;`,
    ),
  },
];
