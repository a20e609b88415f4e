// What kinds of field there are, and how a value is set so that frameworks notice: by the prototype's own setter.
import { windowOf } from './tree.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

const typed = /^(email|number|password|search|tel|text|url)$/;
const filled = /^(color|date|datetime-local|month|range|time|week)$/;

export const isInput = (element: Element, type?: string): element is HTMLInputElement =>
  element.localName === 'input' &&
  (type === undefined || (element as HTMLInputElement).type === type);

export const isSelect = (element: Element): element is HTMLSelectElement =>
  element.localName === 'select';

export const isTextField = (element: Element): element is TextField =>
  element.localName === 'textarea' || (isInput(element) && typed.test(element.type));

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

/** False when the page prevented it. */
export function announce(element: Element, type: string, cancelable = false): boolean {
  const view = windowOf(element);
  return element.dispatchEvent(
    new view.Event(type, { bubbles: !cancelable, composed: type === 'input', cancelable }),
  );
}

/** That a value was changed at one stroke. */
export function announceValue(element: Element): void {
  announce(element, 'input');
  announce(element, 'change');
}
