// Sheets in the viewer: addresses and states.
import { expect, test } from 'vitest';
import { rewriteCss } from './rewriteCss.ts';
import { resolveAsset } from './screen.ts';

const css = (text: string) =>
  rewriteCss(
    text,
    (address) => resolveAsset(address, 'https://shop.example/styles/a.css'),
    (queries) => queries,
  );

test('[VIEW-4] addresses become absolute, in every way of writing them', () => {
  expect(css('a { background: url(x.png) }')).toBe(
    'a { background: url("https://shop.example/styles/x.png") }',
  );
  expect(css(`a { background: url( "../x y.png" ) }`)).toContain(
    'url("https://shop.example/x%20y.png")',
  );
  expect(css(`@import 'b.css' screen;`)).toBe(
    '@import url("https://shop.example/styles/b.css") screen;',
  );
  expect(css('a { fill: url(#gradient) }')).toBe('a { fill: url(#gradient) }');
});

test('[VIEW-4] what is no picture, font, sheet or medium is not loaded', () => {
  expect(css('a { background: url(javascript:alert(1)) }')).not.toContain('javascript');
  expect(css('a { background: url("data:text/html,x") }')).toContain('about:invalid');
  expect(css('a { background: url(data:image/png;base64,AAAA) }')).toContain('data:image/png');
});

test('[VIEW-5] states that no pointer or focus causes here are asked of attributes', () => {
  expect(css('.menu:hover > ul, a:focus-visible, b:focus-within, c:focus, d:active { }')).toBe(
    '.menu[alongside-hover] > ul, a[alongside-focus-visible], b[alongside-focus-within], c[alongside-focus], d[alongside-active] { }',
  );
});

test('[VIEW-5] strings and comments stay as they are', () => {
  const text = `/* a:hover url(x) */ p::after { content: "a:hover url(x)"; quotes: ':focus' }`;
  expect(css(text)).toBe(text);
});

// Gone through twice for each opening, a megabyte of them would take hours.
test.each([
  '/* ',
  'url(',
  'url("',
  `url('`,
  '"',
  `'a`,
  '@import ',
  '@import "',
  '@import url(',
  '@import url("',
  '@media ',
  '@media /*',
  '@media (',
  ':hover(',
])('[VIEW-6] text that never closes %s costs no more than any other', (open) => {
  expect(css(open.repeat(250_000)).length).toBeGreaterThan(0);
});

test('[VIEW-4] an address that is none, or does not end, is not loaded, and ends where CSS ends it', () => {
  expect(css('a { background: url(a"b) } c { color: red }')).toBe(
    'a { background: url("about:invalid") } c { color: red }',
  );
  expect(css('a { background: url(x.png')).not.toContain('x.png');
});

test('[VIEW-11] states that the customer’s browser answers are asked of what it said', () => {
  expect(
    rewriteCss(
      'a:user-invalid,b:OUT-of-range,c:state( On ){}d:invalid-x{e:":valid"}',
      () => null,
      (queries) => queries,
    ),
  ).toBe(
    'a[alongside-state~="user-invalid"],b[alongside-state~="out-of-range"],c[alongside-state~="state(On)"]{}d:invalid-x{e:":valid"}',
  );
});

test('[VIEW-4] what was imported loads from where it was, up to where it ends', () => {
  expect(
    rewriteCss(
      'a{b:url(x)}/*alongside-base https://shop.example/css/in.css*/a{b:url(x)}/*alongside-base */a{b:url(x)}',
      (address) => new URL(address, 'https://shop.example/').href,
      (queries) => queries,
    ),
  ).toBe(
    'a{b:url("https://shop.example/x")}/*alongside-base https://shop.example/css/in.css*/a{b:url("https://shop.example/css/x")}/*alongside-base */a{b:url("https://shop.example/x")}',
  );
});
