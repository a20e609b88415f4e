// Monaco: a code editor that draws its own lines, and rewrites its sheets through CSSOM.
import type { Interface } from './interface.ts';

export const monaco: Interface = {
  name: 'the code editor Monaco',
  page: `<!doctype html><div id="code" style="height: 400px"></div><script src="/package/monaco-editor/min/vs/loader.js"></script>
    <script>require.config({ paths: { vs: '/package/monaco-editor/min/vs' } }); require(['vs/editor/editor.main'], () => { window.editor = monaco.editor.create(document.querySelector('#code'),
    { language: 'plaintext', value: Array.from({ length: 400 }, (_, i) => 'line ' + i + ' of words').join('\\n'), cursorBlinking: 'solid' }); });</script>`,
  ready: `w.editor && w.document.querySelectorAll('.view-line').length > 9`,
  steps: [
    {
      act: `(w) => { w.editor.setPosition({ lineNumber: 2, column: 1 }); w.editor.trigger('test', 'type', { text: 'typed ' }); }`,
      done: `w.document.querySelector('.view-lines').textContent.includes('typed')`,
    },
    {
      act: `(w) => w.editor.setScrollTop(3000, 1)`,
      done: `w.editor.getScrollTop() === 3000 && /line.1[5-9]\\d/.test(w.document.querySelector('.view-lines').textContent)`,
    },
    {
      act: `(w) => { w.editor.setScrollTop(0, 1); w.editor.setValue('first\\n  indented\\n  also\\nlast word'); w.editor.setPosition({ lineNumber: 1, column: 1 }); w.editor.getAction('editor.foldAll').run(); }`,
      done: `w.document.querySelectorAll('.view-line').length === 2`,
    },
    {
      act: `(w) => { w.editor.focus(); w.editor.getAction('actions.find').run(); }`,
      done: `w.document.querySelector('.find-widget.visible')`,
    },
    {
      async act(frame) {
        await frame.page().keyboard.type('word');
      },
      done: `w.document.querySelector('.find-widget .matchesCount').textContent.includes('1 of 1')`,
    },
  ],
};
