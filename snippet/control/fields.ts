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

function radiosWith(radio: HTMLInputElement): HTMLInputElement[] {
  const scope = radio.getRootNode() as Document | ShadowRoot;
  const alike = scope.querySelectorAll<HTMLInputElement>('input[type=radio]');
  return [...alike].filter((each) => each.name === radio.name && each.form === radio.form);
}

export const isGroupChosen = (radio: HTMLInputElement): boolean =>
  radiosWith(radio).some(({ checked }) => checked);

/** The radio button that an arrow key goes to from this one. */
export function radioBeside(radio: HTMLInputElement, back: boolean): HTMLInputElement | undefined {
  const group = radiosWith(radio).filter((each) => !each.matches(':disabled'));
  return group.at((group.indexOf(radio) + (back ? -1 : 1)) % group.length);
}

/** The option that an arrow, Home or End goes to. */
export function optionBeside(
  select: HTMLSelectElement,
  key: string,
  back: boolean,
): HTMLOptionElement | undefined {
  const open = [...select.options].filter((each) => !each.disabled);
  const at = open.findIndex((each) => each.index === select.selectedIndex) + (back ? -1 : 1);
  return key === 'End' ? open.at(-1) : open[key === 'Home' ? 0 : at];
}
