// What masked text, values and attributes look like on the wire.
import { expect, test } from 'vitest';
import { maskAddress, maskAttribute, maskHtml, maskSheet, maskText, maskValue } from './mask.ts';
import { careBits } from './policy.ts';

const masked = careBits.masked;

test('[MASK-2] masked text keeps its white space, and nothing else', () => {
  expect(maskText('Ana  Ruiz\n42 🙂', masked)).toBe('•••  ••••\n•• •');
  expect(maskText('Ana', 0)).toBe('Ana');
});

test('[MASK-2] a masked value tells neither its text nor its length, only whether there is one', () => {
  expect(maskValue('a', masked)).toBe(maskValue('a much longer one', masked));
  expect(maskValue('', masked)).toBe('');
});

test.each([
  'href',
  'src',
  'srcset',
  'value',
  'alt',
  'placeholder',
  'label',
  'poster',
  'xlink:href',
  'name',
])('[MASK-2] a masked element does not tell its %s', (name) =>
  expect(maskAttribute(name, 'secret', masked)).toBeNull(),
);

test.each(['title', 'aria-label', 'data-name', 'content-of-mine', 'summary'])(
  '[MASK-2] a masked element’s %s is dots',
  (name) => expect(maskAttribute(name, 'secret', masked)).not.toContain('secret'),
);

test.each(['class', 'id', 'type', 'role', 'width', 'viewBox', 'fill'])(
  '[MASK-2] a masked element keeps its %s, which is layout',
  (name) => expect(maskAttribute(name, 'kept', masked)).toBe('kept'),
);

test('[MASK-2] a masked element’s style attribute points nowhere and quotes nothing', () => {
  const shown = maskAttribute(
    'style',
    `background: url(/secret.png); --note: "secret"; color: red`,
    masked,
  );
  expect(shown).not.toContain('secret');
  expect(shown).toContain('color: red');
});

test.each(['d', 'points', 'x', 'cy', 'transform', 'stroke-dasharray', 'pathLength'])(
  '[MASK-2] a masked drawing keeps its size and not its %s: a signature and a QR code are drawings',
  (name) => expect(String(maskAttribute(name, 'M1 2', masked))).not.toMatch(/[M\d]/),
);

test.each(['checked', 'selected', 'aria-checked', 'aria-valuenow', 'min', 'max', 'start', 'title'])(
  '[MASK-2] a masked element does not tell by %s what was chosen or counted, or how long it is',
  (name) =>
    expect(maskAttribute(name, '4', masked)).toBe(maskAttribute(name, '1234 and more', masked)),
);

test.each([
  '--note: secret',
  'background: url(secret.png)',
  `background: url('a)secret')`,
  `background: url("a\\")secret")`,
  '\\62 ackground: \\75rl(secret)',
  'background-image: \\75rl(secret.png)',
  '/* secret */ margin: 0',
  'margin: 0 /* secret',
  'font-family: secret',
  'animation: secret 1s',
  'grid-area: secret',
  'grid-template-columns: [secret] 1fr',
  'content: "a; color: secret; b"',
  `content: "secret`,
])('[MASK-2] a masked element’s style says nothing: %s', (style) => {
  const shown = maskAttribute('style', `width: 3px; ${style}; color: red`, masked);
  expect(shown).not.toContain('secret');
  expect(shown).toContain('width: 3px');
});

test('[MASK-2] a sheet in a masked place keeps its design, and says and loads nothing', () => {
  const sheet = `/* secret */ p::after { content: "secret"; color: red } q { background: url(a)b.png) } @import 'secret'; i { background: url("secret`;
  expect(maskSheet(sheet, masked)).not.toContain('secret');
  expect(maskSheet(sheet, masked)).toContain('color: red');
  expect(maskSheet(sheet, 0)).toBe(sheet);
});

test('[MASK-8] what nobody on the page sees is not sent: data for scripts, and the query of a link', () => {
  const data = JSON.stringify({ account: 'secret'.repeat(12) });
  for (const name of ['data-page', 'wire:snapshot', 'x-data', ':props', '@click', 'hx-vals'])
    expect(maskAttribute(name, data, 0)).toBe('');
  expect(maskAttribute('data-state', 'open', 0)).toBe('open');
  expect(maskAttribute('title', data, 0)).toBe(data);
  expect(maskAttribute('xlink:href', data, 0, 'image')).toBe(data);
  expect(maskAttribute('href', '/reset?token=secret#t', 0, 'a')).toBe('/reset');
  expect(maskAttribute('href', '#part', 0, 'a')).toBe('#part');
  expect(maskAttribute('href', '/map.png?signed=1', 0, 'image')).toBe('/map.png?signed=1');
});

test.each(['onclick', 'nonce', 'srcdoc', 'action', 'formaction', 'integrity', 'ping', 'content'])(
  '[MASK-3] %s never leaves, masked or not',
  (name) => expect(maskAttribute(name, 'x', 0)).toBeNull(),
);

test('[MASK-5] an address is told without user, query and fragment, and without its path where the page is masked', () => {
  const address = 'https://ana:pw@shop.example/account/42?token=secret#part';
  expect(maskAddress(address, 0)).toBe('https://shop.example/account/42');
  expect(maskAddress(address, masked)).toBe('https://shop.example/');
  expect(maskAddress('blob:https://shop.example/secret', 0)).toBe('blob:');
  expect(maskAddress('not an address', 0)).toBe('');
});

test('[MASK-8] HTML says what attributes say node by node, and no more', () => {
  expect(maskHtml('<p class="a">x &lt; y</p>', 0)).toBe('<p class="a">x &lt; y</p>');
  expect(
    maskHtml('<a href="/r?token=secret#t">l</a><a href="?secret">m</a><a href="#part">p</a>', 0),
  ).toBe('<a href="/r">l</a><a href="">m</a><a href="#part">p</a>');
  const long = 'secret'.repeat(12);
  expect(maskHtml(`<p data-x="${long}" title="${long}">x</p>`, 0)).toBe(
    `<p data-x="" title="${long}">x</p>`,
  );
  expect(maskHtml('<p>say href="/x?y" data-x</p>', 0)).toBe('<p>say href="/x?y" data-x</p>');
  expect(maskHtml('<!--secret--><p>x</p><!---->', 2)).toBe('<!----><p>x</p><!---->');
});

test.each([
  ['a handler', '<p onclick="x()">x</p>', 0],
  ['a mark of the site’s', '<p data-alongside="">x</p>', 0],
  ['a nonce', '<p nonce="x">x</p>', 0],
  ['a component with a value', '<x-input label="l" value="v"></x-input>', 0],
  ['a picture by a private address', '<img src="blob:https://shop.example/1">', 0],
  ['a comment that says how it ends', '<!--a-->secret-->', 1],
  ['what a parser would change', '<p>a\rb</p>', 0],
  ['a line that a parser would drop', '<pre>\nx</pre>', 0],
] as const)('[MIRROR-15] HTML with %s is told node by node', (_what, html, comments) => {
  expect(maskHtml(html, comments)).toBeNull();
});
