// Marks the nodes under the customer's pointer, press and focus, and what is above them, with the attributes that rewritten
// sheets ask for.
import { stateAttributes } from './rewriteCss.ts';

export interface States {
  readonly hovered: Node | undefined;
  readonly active: Node | undefined;
  readonly focused: Node | undefined;
  readonly focusVisible: boolean;
  readonly target: Node | undefined;
}

export function createStateMarks(parentOf: (node: Node) => Node | null) {
  const marked: { element: Element; attribute: string }[] = [];

  function mark(from: Node | undefined, attribute: string, chain: boolean): void {
    // What a slot shows is in the slot.
    const above = (node: Node) => (node as Element).assignedSlot ?? parentOf(node);
    for (let node: Node | null = from ?? null; node; node = chain ? above(node) : null) {
      if (node.nodeType !== 1) continue;
      (node as Element).setAttribute(attribute, '');
      tell(node as Element, attribute);
      marked.push({ element: node as Element, attribute });
    }
  }

  /** From outside of its root an element is asked for by its parts alone. */
  function tell(element: Element, attribute: string): void {
    if (element.hasAttribute('part')) element.part.add(attribute);
    const exported = element.getAttribute('exportparts');
    if (exported) element.setAttribute('exportparts', `${exported}, ${attribute}`);
  }
  function untell(element: Element, attribute: string): void {
    if (element.hasAttribute('part')) element.part.remove(attribute);
    const exported = element.getAttribute('exportparts');
    if (exported) element.setAttribute('exportparts', exported.replace(`, ${attribute}`, ''));
  }

  return {
    show({ hovered, active, focused, focusVisible, target }: States): void {
      for (const { element, attribute } of marked.splice(0)) {
        element.removeAttribute(attribute);
        untell(element, attribute);
      }
      mark(hovered, stateAttributes.hover, true);
      mark(active, stateAttributes.active, true);
      mark(focused, stateAttributes.focus, false);
      mark(focused, stateAttributes['focus-within'], true);
      mark(target, stateAttributes.target, false);
      if (focusVisible) mark(focused, stateAttributes['focus-visible'], false);
    },
    clear: () => void marked.splice(0),
  };
}
