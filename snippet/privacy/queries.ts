// Selectors asked by the platform's own methods: a form's field, or a picture, of such a name stands in the way of the property.
import type { Root } from './policy.ts';

const { matches } = Element.prototype;
const ofDocument = Document.prototype.querySelectorAll;
const ofFragment = DocumentFragment.prototype.querySelectorAll;

export const isMatched = (element: Element, selector: string): boolean =>
  Reflect.apply(matches, element, [selector]) as boolean;

export const queryAll = (root: Root, selector: string): NodeListOf<Element> =>
  Reflect.apply(
    Reflect.get(Node.prototype, 'nodeType', root) === 9 ? ofDocument : ofFragment,
    root,
    [selector],
  ) as NodeListOf<Element>;
