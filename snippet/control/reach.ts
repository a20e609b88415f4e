// Everything that an action would act on, beyond the element it names: a label's field, a form's submit button, the next
// radio button. The guard judges each of them.
import type { Action } from '../../protocol/command.ts';
import {
  isEditable,
  isField,
  isInput,
  isSelect,
  isTextField,
  optionBeside,
  radioBeside,
} from './fields.ts';
import type { Use } from './guard.ts';
import { ancestorsOf } from './tree.ts';

export type Reached = readonly [element: Element, use: Use];

const activatable = 'a,area,button,input,select,textarea,label,summary,option,iframe,frame';

/** The innermost element that a click at `element` activates, if any. */
export function activatedBy(element: Element): Element | null {
  return ancestorsOf(element).find((each) => each.matches(activatable) || isEditable(each)) ?? null;
}

type Button = HTMLButtonElement | HTMLInputElement;
const submits = /^(submit|image)$/;

/** The button that Enter in a field presses. */
export function defaultButtonOf(form: HTMLFormElement): HTMLElement | null {
  return submittersOf(form)[0] ?? null;
}

/** All that submits this form: to press one of them is to send it. */
export function submittersOf(form: HTMLFormElement): HTMLElement[] {
  // `form.elements` leaves out image buttons.
  const buttons = (form.getRootNode() as ParentNode).querySelectorAll<Button>('button,input');
  return [...buttons].filter((each) => each.form === form && submits.test(each.type));
}

/** The form that Enter in this element submits. */
export function submittedBy(element: Element): HTMLFormElement | null {
  if (!isInput(element) || /^(button|color|file|image|range|reset|submit)$/.test(element.type))
    return null;
  const { form } = element;
  if (!form || defaultButtonOf(form)) return form;
  const typed = [...form.elements].filter((each) => isInput(each) && isTextField(each));
  return typed.length > 1 ? null : form;
}

/** What stands for a button or a link although it is none: its own script makes it one. */
const roles =
  '[role=button],[role=link],[role^=menuitem],[role=option],[role=switch],[role=tab],[onclick]';

function pressed(element: Element): Reached[] {
  const activated = activatedBy(element);
  const reached: Reached[] = [[element, 'press']];
  if (activated && activated !== element) reached.push([activated, 'press']);
  const acted = ancestorsOf(element).find((each) => each.matches(roles));
  if (acted && acted !== element && acted !== activated) reached.push([acted, 'press']);
  const field = (activated as HTMLLabelElement | null)?.control;
  if (field) reached.push([field, 'press']);
  const { form, type } = (activated ?? element) as Button;
  if (form && submits.test(type)) reached.push([form, 'touch']);
  if (form && type === 'reset') reached.push(...edited([...form.elements].filter(isReset)));
  return reached;
}

/** The option to be chosen; one that is chosen already is not touched. */
function optionAt(select: Element, index: number): Element | undefined {
  const option = isSelect(select) ? select.options[index] : undefined;
  return option?.selected ? undefined : option;
}

const edited = (elements: readonly (Element | undefined)[]): Reached[] =>
  elements.flatMap((element) => (element ? [[element, 'edit'] as const] : []));

const isReset = (element: Element): boolean =>
  isField(element) && !element.matches('[type=hidden],[readonly],:disabled');

/** What editing here may overwrite: an editor's text takes along what stands in it. */
function overwritten(element: Element): Reached[] {
  const editor = isEditable(element) ? ancestorsOf(element).findLast(isEditable) : null;
  return edited([element, ...(editor?.querySelectorAll('[data-alongside]') ?? [])]);
}

/** What an arrow key would choose instead. */
function chosenBy(key: string, element: Element): Element | undefined {
  const back = /Left|Up|Home/.test(key);
  if (!/^(Arrow|Home|End|Page)/.test(key)) return undefined;
  if (isSelect(element)) return optionBeside(element, key, back);
  return isInput(element, 'radio') ? radioBeside(element, back) : undefined;
}

export function reachOf(element: Element, action: Action): Reached[] {
  switch (action.type) {
    case 'scroll':
      return [[element, 'pass']];
    case 'hover':
      return [[element, 'touch']];
    case 'click':
      return pressed(element);
    case 'drag':
      // What it moves over and is let go at hears of it as of a hover.
      return action.phase === 'start' ? pressed(element) : [[element, 'touch']];
    case 'key': {
      if (isField(element)) {
        const form = action.key === 'Enter' ? submittedBy(element) : null;
        const submitted = form ? (defaultButtonOf(form) ?? form) : null;
        const reached = [...overwritten(element), ...edited([chosenBy(action.key, element)])];
        return submitted ? [...reached, [submitted, 'press']] : reached;
      }
      return /^(Enter| )$/.test(action.key) ? pressed(element) : [[element, 'touch']];
    }
    case 'select':
      return edited([element, ...action.indexes.map((index) => optionAt(element, index))]);
    default:
      return overwritten(element);
  }
}
