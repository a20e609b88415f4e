// All the words that can be read in an application's `main`, through shadow roots. Sent into pages as text: it stands for itself.

export function readAll(document: Document): string {
  const words: string[] = [];
  const read = (node: Node): void => {
    if (node.nodeType === 3) words.push(node.nodeValue ?? '');
    if (node.nodeType !== 1 || !(node as Element).checkVisibility()) return;
    for (const child of (node as Element).shadowRoot?.childNodes ?? []) read(child);
    for (const child of node.childNodes) read(child);
    words.push(' ');
  };
  const main = document.querySelector('main');
  if (main) read(main);
  return words.join('').replace(/\s+/g, ' ');
}
