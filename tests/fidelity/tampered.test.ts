// A page that lays hands on the platform while it is shared: nothing is thrown into it, and nothing that was masked leaves.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers } from '../harness/browsers.ts';
import type { PageServer } from '../harness/serve.ts';
import { serveLab } from './serveLab.ts';
import { useLab } from './useLab.ts';

const body = `<!doctype html><style>p{color:red}</style><p id=p>x</p><div id=m data-alongside=mask>hunter2-m</div><input type=password value=hunter2-p>
<script>window.thrown = []; onerror = (message) => void thrown.push(String(message)); onunhandledrejection = ({ reason }) => void thrown.push(String(reason))</script>`;

/** Done in the page's own world: its elements and sheets are of this one. */
const deeds = [
  `Element.prototype.getAttribute = () => { throw new Error('tampered') }`,
  `Object.defineProperty(Node.prototype, 'nodeName', { get() { throw new Error('tampered') } })`,
  `Object.defineProperty(Node.prototype, 'parentNode', { get: () => null })`,
  `Object.defineProperty(Element.prototype, 'attributes', { get() { throw new Error('tampered') } })`,
  `Object.defineProperty(Element.prototype, 'outerHTML', { get() { throw new Error('tampered') } })`,
  `Object.defineProperty(CharacterData.prototype, 'data', { get() { throw new Error('tampered') } })`,
  `Object.defineProperty(CSSStyleSheet.prototype, 'cssRules', { get() { throw new Error('tampered') } })`,
  `Object.defineProperty(HTMLInputElement.prototype, 'value', { get() { throw new Error('tampered') }, set() {} })`,
  `Document.prototype.querySelectorAll = () => { throw new Error('tampered') }`,
  `Element.prototype.matches = () => { throw new Error('tampered') }`,
  `Object.defineProperty(Animation.prototype, 'effect', { get() { throw new Error('tampered') } })`,
  `performance.now = () => { throw new Error('tampered') }`,
  `Document.prototype.getSelection = () => { throw new Error('tampered') }`,
  `Array.prototype.push = Map.prototype.get = Set.prototype.add = () => { throw new Error('tampered') }`,
];

let server: PageServer;
beforeAll(async () => {
  server = await serveLab((path) => (path === '/tampered' ? { body } : undefined));
});
afterAll(() => server?.close());

describe.each(browsers)('in $name', ({ name: of, launch }) => {
  const { open } = useLab(launch, () => server);

  test.each(deeds)(`[MASK-6] ${of}: nothing leaks and nothing is thrown after %s`, async (deed) => {
    const page = await open('/tampered');
    const [sent, thrown] = (await page.evaluate(`(async (w) => {
      const turn = () => new Promise((done) => setTimeout(done, 60));
      w.eval(${JSON.stringify(deed)});
      w.eval(\`
        document.querySelector('#m').firstChild.data = 'hunter2-later';
        document.querySelector('#m').append('hunter2-added');
        const made = document.createElement('section');
        made.innerHTML = '<p data-alongside=mask title=hunter2-title>hunter2-new</p>';
        document.body.append(made);
        document.styleSheets[0].insertRule('b{color:red}');
        made.animate({ opacity: [0, 1] }, 1000);
        document.querySelector('input').value = 'hunter2-typed';
      \`.split(';').map((one) => 'try { ' + one.replace(/^\\s*const made/, 'var made') + ' } catch (own) {}').join(';'));
      await turn();
      lab.flush();
      lab.live.mirror.snapshot();
      await turn();
      return [lab.sent(), w.thrown];
    })(lab.customer)`)) as [string, string[]];
    expect((sent.match(/hunter2[\w-]*/g) ?? []).join()).toBe('');
    expect(thrown).toEqual([]);
  });
});
