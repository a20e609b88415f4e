// What kinds of field there are, and how a value is set so that frameworks notice: by the prototype's own setter.
import { windowOf } from './tree.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Inputs that are not typed into. */
const untyped =
  /^(button|checkbox|color|date|datetime-local|file|hidden|image|month|radio|range|reset|submit|time|week)$/;
const filled = /^(color|date|datetime-local|month|range|time|week)$/;

export const isInput = (element: Element, type?: string): element is HTMLInputElement =>
  element.localName === 'input' &&
  (type === undefined || (element as HTMLInputElement).type === type);

export const isSelect = (element: Element): element is HTMLSelectElement =>
  element.localName === 'select';

export const isTextField = (element: Element): element is TextField =>
  element.localName === 'textarea' || (isInput(element) && !untyped.test(element.type));

/** Fields whose value is set as a whole. */
export const isFilledField = (element: Element): element is HTMLInputElement =>
  isInput(element) && filled.test(element.type);

export const isEditable = (element: Element): element is HTMLElement =>
  (element as HTMLElement).isContentEditable === true;

/** Whether the element holds a value of the customer's: what a masked region keeps to itself. */
export const isField = (element: Element): boolean =>
  isInput(element) || isSelect(element) || isTextField(element) || isEditable(element);

/** Goes past what a framework has put on the element itself: so it sees that the value is not the one it knows. */
export function setValue(field: TextField, value: string): void {
  const view = windowOf(field);
  const kind = field.localName === 'textarea' ? view.HTMLTextAreaElement : view.HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')!.set!.call(field, value);
}

export function announce(element: Element, type: 'input' | 'change'): void {
  const view = windowOf(element);
  element.dispatchEvent(new view.Event(type, { bubbles: true, composed: type === 'input' }));
}
