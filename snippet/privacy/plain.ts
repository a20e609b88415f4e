// Which parts of a page need no care: what is plain throughout may leave as the HTML that the browser makes of it. In doubt the answer is no.
// Names are asked here; what attributes say is asked of the HTML itself, in mask.ts.

/** Elements that are masked, withheld, or told in another way than by their markup, and nodes that no HTML holds. None may be in what is plain. */
const needCare = new Set(
  (
    'html head body title frameset frame iframe script noscript style link meta base template object embed applet param ' +
    'input textarea select option optgroup selectedcontent slot canvas video audio dialog ' +
    'xmp listing plaintext noembed noframes #document #document-fragment #cdata-section'
  ).split(' '),
);

/** `name`: a node's name, in small letters. */
export const needsCare = (name: string): boolean => needCare.has(name);
