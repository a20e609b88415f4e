// What the agent sees, as a page of the relay's that the snippet frames. It shows what comes through the one port that the window around it
// hands in, and nothing else: by itself, in whatever frame, it is empty.
import { PREVIEW_WORD } from '../protocol/preview.ts';
import { createPreview } from './createPreview.ts';

addEventListener('message', function take({ data, isTrusted, ports: [port], source }) {
  if (!port || !isTrusted || data !== PREVIEW_WORD || source !== parent || parent === window)
    return;
  removeEventListener('message', take);
  createPreview(document.querySelector('main')!, port);
});
