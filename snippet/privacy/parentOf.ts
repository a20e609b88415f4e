// By the platform's own getter: a form's field named `parentNode` stands in the way of the property.
export const parentOf = (node: Node): Node | null =>
  Reflect.get(Node.prototype, 'parentNode', node) as Node | null;
