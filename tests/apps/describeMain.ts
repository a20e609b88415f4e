// What stands in an application's `main` at the end, line by line: elements, attributes, texts and what the fields hold.
// Sent into pages as text: it stands for itself.

export function describeMain(document: Document): string[] {
  const lines: string[] = [];
  const tell = (node: Node, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.nodeType === 3) {
      if (node.nodeValue?.trim()) lines.push(indent + JSON.stringify(node.nodeValue));
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLInputElement;
    // The order of classes is that of the ways to them.
    const written = ({ name, value }: Attr) =>
      name === 'class' ? value.split(/\s+/).sort().join(' ') : value;
    const attributes = [...element.attributes]
      .map((each) => ` ${each.name}=${written(each)}`)
      .sort();
    const { localName, shadowRoot } = element;
    const state = /^(input|select|textarea|option)$/.test(localName)
      ? ` : ${[element.value, element.checked, (node as HTMLOptionElement).selected].join(' ')}`
      : '';
    lines.push(`${indent}${localName}${attributes.join('')}${state}`);
    for (const child of shadowRoot?.childNodes ?? []) tell(child, depth + 2);
    for (const child of element.childNodes) tell(child, depth + 1);
  };
  tell(document.querySelector('main')!, 0);
  return lines;
}
