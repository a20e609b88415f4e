// The empty document that the mirror is built in, in the mode that the page is laid out in. Its own policy comes on top of the extension's:
// nothing runs, frames, submits or connects; loopback addresses load only for a relay that is itself on loopback. All of it is our own text.
import type { DocumentMode } from '../../protocol/opCodes.ts';

const LOOPBACK = 'http://127.0.0.1:* http://localhost:*';

export const doctypes: Readonly<Record<DocumentMode, string>> = {
  noQuirks: '<!doctype html>',
  quirks: '',
  limitedQuirks:
    '<!doctype html public "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
};

export function frameSource(loopbackAssets: boolean, mode: DocumentMode): string {
  const also = loopbackAssets ? ` ${LOOPBACK}` : '';
  const policy = [
    "default-src 'none'",
    `style-src 'unsafe-inline' https: blob:${also}`,
    `img-src https: data: blob:${also}`,
    `font-src https: data:${also}`,
    `media-src https: data: blob:${also}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `${doctypes[mode]}<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Customer's page</title>`;
}

/** A document's mode is set when it is parsed, and parsed again it has lost its listeners, but stays the same document. */
export function writeDocument(document: Document, source: string): void {
  document.open();
  document.write(source);
  document.close();
}
