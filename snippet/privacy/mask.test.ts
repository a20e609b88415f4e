// What masked text, values and attributes look like on the wire.
import { expect, test } from 'vitest';
import { maskAddress, maskAttribute, maskText, maskValue } from './mask.ts';
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

test.each(['class', 'id', 'type', 'role', 'width', 'viewBox', 'd', 'fill'])(
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
