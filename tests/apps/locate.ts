// Finds what a person means by a name, on the customer's page as in the mirror of it, and says where it is.
// Sent into pages as text: it stands for itself.

export interface Located {
  /** Its middle, or where the wheel has to be turned to bring it in sight; in CSS pixels of the document's viewport. */
  readonly x: number;
  readonly y: number;
  /** How far it has to be scrolled to be well in sight; 0 where it is. */
  readonly away: number;
}

export function locate(document: Document, name: string): Located | null {
  const view = document.defaultView!;
  const controls =
    'input,select,textarea,button,a,summary,option,[contenteditable],[tabindex],[role]';
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  /** A label's own words, without those of the field in it. */
  const wordsOf = (node: Node): string =>
    [...node.childNodes]
      .map((child) =>
        child.nodeType === 3
          ? child.nodeValue
          : child.nodeType === 1 && !(child as Element).matches('input,select,textarea,output')
            ? wordsOf(child)
            : '',
      )
      .join('');
  const nameOf = (element: Element): string => {
    const { labels, placeholder } = element as HTMLInputElement;
    const root = element.getRootNode() as Document;
    const by = element.getAttribute('aria-labelledby');
    return plain(
      element.getAttribute('aria-label') ||
        (by && root.getElementById(by)?.textContent) ||
        (labels?.length && wordsOf(labels[0]!)) ||
        (element.matches('input,select,textarea') ? placeholder : wordsOf(element)),
    );
  };
  const all: Element[] = [];
  const gather = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      all.push(element);
      if (element.shadowRoot) gather(element.shadowRoot);
    }
  };
  gather(document.querySelector('main') ?? document);
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 0;
  const named = all.filter((element) => isSeen(element) && nameOf(element) === name);
  // Of what is no control, the innermost that reads so.
  const found = named.find((element) => element.matches(controls)) ?? named.at(-1);
  if (!found) return null;
  const middleOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, height };
  };
  const { x, y } = middleOf(found);
  const hit = (found.getRootNode() as Document).elementFromPoint(x, y);
  for (let at = found.parentElement; at && !found.contains(hit); at = at.parentElement) {
    const isScroller =
      /auto|scroll/.test(view.getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight;
    const seen = middleOf(at);
    if (isScroller && Math.abs(y - seen.y) > seen.height / 2 - 50)
      return { x: seen.x, y: seen.y, away: y - seen.y };
  }
  const inSight = y > 0 && y < view.innerHeight;
  const middle = { x: view.innerWidth / 2, y: view.innerHeight / 2 };
  return inSight ? { x, y, away: 0 } : { ...middle, away: y - middle.y };
}
