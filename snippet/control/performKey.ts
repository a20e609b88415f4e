// A key that writes nothing by itself: its events, and what the browser would have done unless the page prevented it.
import type { Action, Refusal } from '../../protocol/command.ts';
import { modifierBits } from '../../protocol/command.ts';
import { moveCaret } from './caret.ts';
import { commit } from './commit.ts';
import { edit } from './edit.ts';
import { announce, isField, isInput, isSelect, isTextField, setValue } from './fields.ts';
import { focus, focusByTab, radiosWith } from './focus.ts';
import { fireKey } from './keys.ts';
import { performScroll } from './performScroll.ts';
import { typedInto } from './performText.ts';
import { activatedBy, defaultButtonOf, submittedBy } from './reach.ts';
import { ancestorsOf, focusedIn, hasFocus } from './tree.ts';

type KeyAction = Extract<Action, { type: 'key' }>;
type Page = { readonly window: Window; readonly isOwn: (node: Node) => boolean };

const backwards = /^(ArrowLeft|ArrowUp|Home|PageUp)$/;
const moving = /^(Arrow.*|Home|End|PageUp|PageDown)$/;
const pressable = /^(button|checkbox|color|image|radio|reset|submit)$/;

const press = (element: Element | null) => (element as HTMLElement | null)?.click?.();

function enter(element: Element, shift: boolean): void {
  const into = typedInto(element);
  if (into && !isInput(into)) {
    edit(into, shift || isTextField(into) ? 'insertLineBreak' : 'insertParagraph');
    return;
  }
  if (into && isTextField(into)) commit(into);
  const form = submittedBy(element);
  if (!form) {
    if (
      !isField(element) ||
      (isInput(element) && /^(button|image|reset|submit)$/.test(element.type))
    )
      press(activatedBy(element));
    return;
  }
  const button = defaultButtonOf(form);
  if (button) press(button);
  else form.requestSubmit();
}

function escape(element: Element): void {
  const { ownerDocument } = element;
  const popover = [...ownerDocument.querySelectorAll<HTMLElement>(':popover-open')].findLast(
    (each) => each.popover !== 'manual',
  );
  if (popover) return popover.hidePopover();
  const dialogs = [...ownerDocument.querySelectorAll('dialog:modal')];
  const dialog = (ancestorsOf(element).find((each) => dialogs.includes(each)) ?? dialogs.at(-1)) as
    | HTMLDialogElement
    | undefined;
  const view = ownerDocument.defaultView!;
  if (dialog?.dispatchEvent(new view.Event('cancel', { cancelable: true }))) dialog.close();
}

function moveChoice(select: HTMLSelectElement, key: string): void {
  const open = [...select.options].filter((each) => !each.disabled);
  const at = open.findIndex((each) => each.index === select.selectedIndex);
  const to =
    key === 'Home' ? 0 : key === 'End' ? -1 : Math.max(0, at + (backwards.test(key) ? -1 : 1));
  const option = open.at(to);
  if (!option || option.selected) return;
  select.selectedIndex = option.index;
  announce(select, 'input');
  announce(select, 'change');
}

function moveValue(field: HTMLInputElement, key: string): void {
  if (field.readOnly) return;
  const was = field.value;
  if (key === 'Home') setValue(field, field.min || '0');
  else if (key === 'End') setValue(field, field.max || '100');
  else if (/Up|Right/.test(key)) field.stepUp();
  else field.stepDown();
  if (field.value === was) return;
  announce(field, 'input');
  announce(field, 'change');
}

function moveRadio(radio: HTMLInputElement, key: string): void {
  const group = radiosWith(radio).filter((each) => !each.matches(':disabled'));
  const next = group.at((group.indexOf(radio) + (backwards.test(key) ? -1 : 1)) % group.length);
  if (next && focus(next, true)) press(next);
}

function moveSelection(into: Element, key: string, extend: boolean, word: boolean): void {
  if (isTextField(into) && into.selectionStart !== null) {
    const { value, selectionStart: start, selectionDirection } = into;
    const end = into.selectionEnd ?? start;
    const turned = selectionDirection === 'backward';
    const caret = { from: turned ? end : start, to: turned ? start : end };
    const { from, to } = moveCaret(value, caret, key, extend, word);
    into.setSelectionRange(
      Math.min(from, to),
      Math.max(from, to),
      to < from ? 'backward' : 'forward',
    );
    return;
  }
  const unit = /^(Home|End)$/.test(key)
    ? word
      ? 'documentboundary'
      : 'lineboundary'
    : /Up|Down/.test(key)
      ? 'line'
      : word
        ? 'word'
        : 'character';
  into.ownerDocument
    .getSelection()
    ?.modify(extend ? 'extend' : 'move', backwards.test(key) ? 'backward' : 'forward', unit);
}

function move(element: Element, key: string, extend: boolean, word: boolean, page: Page): void {
  const into = typedInto(element);
  if (isSelect(element)) moveChoice(element, key);
  else if (isInput(element, 'radio') && key.startsWith('Arrow')) moveRadio(element, key);
  else if (isInput(element, 'range') || (isInput(element, 'number') && /Up|Down/.test(key)))
    moveValue(element, key);
  else if (into && !key.startsWith('Page')) moveSelection(into, key, extend, word);
  else scrollByKey(element, key, page);
}

function scrollByKey(element: Element, key: string, page: Page): void {
  const { innerHeight } = page.window;
  const size = key.startsWith('Arrow') ? 40 : key.startsWith('Page') ? innerHeight * 0.9 : 1e7;
  const step = backwards.test(key) ? -size : size;
  if (/Left|Right/.test(key)) performScroll(element, step, 0);
  else performScroll(element, 0, step);
}

function act(element: Element, { key, modifiers }: KeyAction, page: Page): void {
  const shift = (modifiers & modifierBits.shift) > 0;
  const word = (modifiers & (modifierBits.control | modifierBits.alt)) > 0;
  const shortcut = (modifiers & (modifierBits.control | modifierBits.meta)) > 0;
  const into = typedInto(element);
  if (key === 'Tab') focusByTab(element, shift, page);
  else if (key === 'Enter') enter(element, shift);
  else if (key === 'Escape') escape(element);
  else if (moving.test(key)) move(element, key, shift, word, page);
  else if (into && (key === 'Backspace' || key === 'Delete')) {
    const back = key === 'Backspace';
    const collapsed = isTextField(into)
      ? into.selectionStart === into.selectionEnd
      : into.ownerDocument.getSelection()?.isCollapsed;
    if (word && collapsed) moveSelection(into, back ? 'ArrowLeft' : 'ArrowRight', true, true);
    edit(into, back ? 'deleteContentBackward' : 'deleteContentForward');
  } else if (into && shortcut && key.toLowerCase() === 'a') {
    if (isTextField(into)) into.select();
    else into.ownerDocument.getSelection()?.selectAllChildren(into);
  } else if (into && !shortcut && key.length === 1) edit(into, 'insertText', key);
  else if (key === ' ') {
    const pressed = activatedBy(element);
    if (pressed?.matches('button,summary') || (isInput(element) && pressable.test(element.type)))
      press(pressed);
    else if (!pressed) scrollByKey(element, shift ? 'PageUp' : 'PageDown', page);
  }
}

export function performKey(
  element: Element,
  action: KeyAction,
  page: Page,
  refuse: () => Refusal | null,
): Refusal | null {
  focus(typedInto(element) ?? element, true);
  const focused = hasFocus(element);
  const writes = action.key === 'Enter' || action.key.length === 1;
  let refusal: Refusal | null = null;
  if (fireKey(element, 'keydown', action) && (!writes || fireKey(element, 'keypress', action))) {
    // The page may have moved the focus on, or locked what was named: then the key has done its work.
    refusal = refuse();
    if (!refusal && hasFocus(element) === focused) act(element, action, page);
  }
  fireKey(focusedIn(page.window.document) ?? element, 'keyup', action);
  return refusal;
}
