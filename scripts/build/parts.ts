// What can be built, by name. A part is a folder of dist/.
import { buildExtension } from './buildExtension.ts';
import { buildRelay } from './buildRelay.ts';
import { buildSnippet } from './buildSnippet.ts';

export const parts: Readonly<Record<string, () => Promise<void>>> = {
  snippet: () => buildSnippet(),
  chrome: () => buildExtension('chrome'),
  firefox: () => buildExtension('firefox'),
  relay: buildRelay,
};
