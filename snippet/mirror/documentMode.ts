// How a document is laid out. What is nearly standard is told apart by the doctype alone: no property says it.
import type { DocumentMode } from '../../protocol/opCodes.ts';

const nearlyStandard = /^-\/\/W3C\/\/DTD (XHTML 1\.0|HTML 4\.01) (Frameset|Transitional)\/\//i;

export function documentMode(document: Document): DocumentMode {
  if (document.compatMode === 'BackCompat') return 'quirks';
  // Neither XML nor an inline document is anything but standard, whatever its doctype.
  const isParsed = document.contentType === 'text/html' && document.URL !== 'about:srcdoc';
  const publicId = document.doctype?.publicId ?? '';
  return isParsed && nearlyStandard.test(publicId) ? 'limitedQuirks' : 'noQuirks';
}
