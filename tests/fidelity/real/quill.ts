// Quill: a rich-text editor that keeps its document in a contenteditable element.
import type { Interface } from './interface.ts';

export const quill: Interface = {
  name: 'the rich-text editor Quill',
  page: `<!doctype html><link rel="stylesheet" href="/package/quill/dist/quill.snow.css"><div id="editor"></div>
    <script src="/package/quill/dist/quill.js"></script><script>var editor = new Quill('#editor', { theme: 'snow' })</script>`,
  ready: `w.editor && w.document.querySelector('.ql-toolbar')`,
  steps: [
    {
      act: `(w) => { w.editor.setText('Title\\none\\ntwo\\nplain words\\n'); w.editor.formatLine(0, 1, 'header', 1); w.editor.formatLine(6, 8, 'list', 'ordered'); }`,
      done: `w.document.querySelectorAll('li').length === 2 && w.document.querySelector('.ql-editor h1')`,
    },
    {
      act: `(w) => { w.editor.setSelection(14, 5); w.editor.format('bold', true); w.editor.format('color', '#c00'); w.document.querySelector('.ql-header .ql-picker-label').dispatchEvent(new w.MouseEvent('mousedown', { bubbles: true })); }`,
      done: `w.document.querySelector('.ql-editor strong')`,
    },
    { act: `(w) => { w.editor.history.undo(); w.editor.insertText(0, 'More '); }`, done: `true` },
    {
      act: `(w) => { w.editor.clipboard.dangerouslyPasteHTML(0, '<h2>Pasted</h2><ul><li>one<li class="ql-indent-1">two</ul><blockquote>said</blockquote><p>a <a href="https://shop.example/">link</a> and <em><u>more</u></em></p><pre>code</pre>'); }`,
      done: `w.document.querySelector('.ql-editor blockquote') && w.document.querySelector('.ql-editor a')`,
    },
    {
      async act(frame) {
        await frame.click('.ql-editor h2');
        await frame.page().keyboard.type('By hand ');
        await frame.click('.ql-toolbar .ql-italic');
        await frame.page().keyboard.type('slanted');
      },
      done: `w.document.querySelector('.ql-editor h2 em')?.textContent === 'slanted'`,
    },
    {
      act: `(w) => { w.editor.history.undo(); w.editor.history.undo(); w.editor.enable(false); }`,
      done: `w.document.querySelector('.ql-editor').getAttribute('contenteditable') === 'false'`,
    },
  ],
};
