// How documents are laid out by their doctype: what differs between the three modes, in the page's own document and in frames.
import type { Case } from './case.ts';

/** Where the modes part: sizes in a table, a height in percent of nothing, a line with nothing but a picture, unitless lengths. */
const telling = String.raw`<style>.h { height: 40% } .u { width: 50; background: #dde } td img { width: 20px; height: 20px }</style>
<font size="6"><table id="t"><tr><td>inherits</td><td><img alt></td></tr></table></font><div class="h" id="h">tall</div><p class="u" id="u">wide</p>`;
const xhtml =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
const html4 =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">';

export const modes: readonly Case[] = [
  { name: 'no doctype', html: `<html><body>${telling}</body></html>` },
  {
    name: 'a doctype of long ago',
    html: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><body>${telling}</body>`,
  },
  { name: 'nearly standard, XHTML', html: `${xhtml}<html><body>${telling}</body></html>` },
  { name: 'nearly standard, HTML 4.01', html: `${html4}<html><body>${telling}</body></html>` },
  { name: 'standard', html: `<!doctype html><html><body>${telling}</body></html>` },
  {
    name: 'frames of each mode, and an inline one that has none',
    unlike:
      'the same picture without an address is drawn with one line more in the frame of the viewer, once for each frame',
    html: `<iframe id="a"></iframe><iframe id="b"></iframe><iframe id="c"></iframe><iframe srcdoc='${xhtml.replaceAll('"', '&quot;')}${telling}'></iframe><script>
      for (const [id, type] of [['a', ''], ['b', '${xhtml}'], ['c', '<!doctype html>']]) {
        const inner = document.getElementById(id).contentDocument;
        inner.open(); inner.write(type + ${JSON.stringify(telling).replaceAll('/', '\\/')}); inner.close();
      }</script>`,
  },
  {
    name: 'a page that is written anew in another mode',
    html: `<html><body>${telling}</body></html>`,
    act: `(w) => { const d = w.document; d.open(); d.write(${JSON.stringify(xhtml + telling)}); d.close() }`,
  },
];
