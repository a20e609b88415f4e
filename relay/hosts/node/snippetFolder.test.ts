// The two places that the relay runs from.
import { expect, test } from 'vitest';
import { snippetFolder } from './snippetFolder.ts';

test('the snippet is found from the sources and from the built relay', () => {
  const root = 'file:///srv/alongside';
  expect(snippetFolder(`${root}/relay/hosts/node/snippetFolder.ts`)).toBe(
    '/srv/alongside/dist/snippet/',
  );
  expect(snippetFolder(`${root}/dist/relay/main.js`)).toBe('/srv/alongside/dist/snippet/');
});
