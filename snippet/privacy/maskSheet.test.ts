// A sheet in a masked place says nothing, however its strings and addresses are written.
import { expect, test } from 'vitest';
import { maskAddress, maskAttribute, maskHtml, maskSheet, maskValue } from './mask.ts';
import { careBits } from './policy.ts';

test.each([
  [`a{content:'oops\n} p::after{content:'hunter2'}`],
  [`.x\\'y{color:red} p::after{content:'hunter2'}`],
  [`a{background:url(x'y)} p::after{content:'hunter2'}`],
  [`p{background:\\75rl(hunter2.png)}`],
  [`p{background:\\000075 rl(hunter2.png)}`],
  [`p{background:u\\rl(hunter2.png)}`],
  [`[data-a=hunter2]{color:red}`],
  [`p{content:"hunter2`],
  [`p{content:"hunter2\\`],
  [`p{content:"a\\"hunter2"}`],
])('[MASK-2] nothing of %s', (css) => {
  expect(maskSheet(css, careBits.masked)).not.toContain('hunter2');
});

test('[MASK-2] names and colours of a masked sheet are kept, escapes in names too', () => {
  const css = '.sm\\:x > p{color:red;margin:0 1px}';
  expect(maskSheet(css, careBits.masked)).toBe(css);
});

test('[MASK-6] what is blocked and not masked says nothing either', () => {
  expect(maskAttribute('title', 'x', careBits.blocked)).toBeNull();
  expect(maskValue('x', careBits.blocked)).toBe('');
  expect(maskAddress('https://shop.example/x', careBits.blocked)).toBe('https://shop.example/');
});

test('[MASK-8] an attribute whose name holds a bracket keeps no query from being cut', () => {
  expect(maskHtml('<p><a href="/x?y" a<b="">l</a></p>', 0)).toBeNull();
});
