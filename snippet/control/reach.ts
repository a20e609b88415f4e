// Everything that an action would act on, beyond the element it names: a label's field, a form's submit button, the next
// radio button. The guard judges each of them.
import type { Action } from '../../protocol/command.ts';
import { isEditable, isField, isInput, isTextField } from './fields.ts';
import type { Use } from './guard.ts';
import { ancestorsOf } from './tree.ts';

export type Reached = readonly [element: Element, use: Use];

const activatable = 'a,area,button,input,select,textarea,label,summary,option,iframe,frame';

/** The innermost element that a click at `element` activates, if any. */
export function activatedBy(element: Element): Element | null {
  return ancestorsOf(element).find((each) => each.matches(activatable) || isEditable(each)) ?? null;
}

/** The button that Enter in a field presses. */
export function defaultButtonOf(form: HTMLFormElement): HTMLElement | null {
  const isSubmit = (each: Element) => /^(submit|image)$/.test((each as HTMLButtonElement).type);
  return ([...form.elements].find(isSubmit) as HTMLElement | undefined) ?? null;
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

function pressed(element: Element): Reached[] {
  const activated = activatedBy(element);
  const reached: Reached[] = [[element, 'press']];
  if (activated && activated !== element) reached.push([activated, 'press']);
  const field = (activated as HTMLLabelElement | null)?.control;
  if (field) reached.push([field, 'press']);
  return reached;
}

export function reachOf(element: Element, action: Action): Reached[] {
  switch (action.type) {
    case 'scroll':
      return [[element, 'pass']];
    case 'hover':
      return [[element, 'touch']];
    case 'click':
      return pressed(element);
    case 'key': {
      if (isField(element)) {
        const form = action.key === 'Enter' ? submittedBy(element) : null;
        const submitted = form ? (defaultButtonOf(form) ?? form) : null;
        return submitted
          ? [
              [element, 'edit'],
              [submitted, 'press'],
            ]
          : [[element, 'edit']];
      }
      return /^(Enter| )$/.test(action.key) ? pressed(element) : [[element, 'touch']];
    }
    default:
      return [[element, 'edit']];
  }
}
