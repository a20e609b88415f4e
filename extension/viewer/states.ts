// Marks the nodes under the customer's pointer, press and focus, and what is above them, with the attributes that rewritten
// sheets ask for.
import { STATED, stateAttributes } from './rewriteCss.ts';

export interface States {
  readonly hovered: Node | undefined;
  readonly active: Node | undefined;
  readonly focused: Node | undefined;
  readonly focusVisible: boolean;
  readonly target: Node | undefined;
}

const pointed = new RegExp(`^(${stateAttributes.hover}|${stateAttributes.active})$`);

export function createStateMarks(parentOf: (node: Node) => Node | null) {
  const marked: { element: Element; attribute: string }[] = [];

  function mark(from: Node | undefined, attribute: string, chain: boolean): void {
    for (let node: Node | null = from ?? null; node; node = chain ? above(node) : null) {
      if (node.nodeType !== 1) continue;
      set(node as Element, attribute);
      // What points at a label points at its field.
      const field = pointed.test(attribute) ? (node as Partial<HTMLLabelElement>).control : null;
      if (field) set(field, attribute);
    }
  }

  function set(element: Element, attribute: string): void {
    element.setAttribute(attribute, '');
    tellParts(element, attribute);
    marked.push({ element, attribute });
  }

  /** From outside of its root an element is asked for by its parts alone. */
  function tellParts(element: Element, attribute: string): void {
    const part = element.getAttribute('part');
    if (part !== null) element.setAttribute('part', `${part} ${attribute}`);
    const exported = element.getAttribute('exportparts');
    if (exported) element.setAttribute('exportparts', `${exported}, ${attribute}`);
  }
  function untellParts(element: Element, attribute: string): void {
    const part = element.getAttribute('part');
    if (part !== null) element.setAttribute('part', part.replace(` ${attribute}`, ''));
    const exported = element.getAttribute('exportparts');
    if (exported) element.setAttribute('exportparts', exported.replace(`, ${attribute}`, ''));
  }

  /** What is slotted is in its slot, and in what that stands in. */
  const above = (node: Node) => (node as Element).assignedSlot ?? parentOf(node);

  const told = new Map<string, ReadonlySet<Element>>();

  function retell(element: Element): void {
    const names = [...told].flatMap(([name, elements]) => (elements.has(element) ? [name] : []));
    if (names.length > 0) element.setAttribute(STATED, names.join(' '));
    else element.removeAttribute(STATED);
  }

  return {
    /** All elements that the pseudo-class holds for. */
    tell(name: string, elements: readonly Element[]): void {
      const before = told.get(name) ?? [];
      told.set(name, new Set(elements));
      for (const element of new Set([...before, ...elements])) retell(element);
    },
    show({ hovered, active, focused, focusVisible, target }: States): void {
      for (const { element, attribute } of marked.splice(0)) {
        element.removeAttribute(attribute);
        untellParts(element, attribute);
      }
      mark(hovered, stateAttributes.hover, true);
      mark(active, stateAttributes.active, true);
      mark(focused, stateAttributes.focus, false);
      mark(focused, stateAttributes['focus-within'], true);
      mark(target, stateAttributes.target, false);
      if (focusVisible) mark(focused, stateAttributes['focus-visible'], false);
    },
    clear(): void {
      marked.length = 0;
      told.clear();
    },
  };
}
