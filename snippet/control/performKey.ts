// A key that writes nothing by itself: its events, and what the browser would have done unless the page prevented it.
import type { Action, Refusal } from '../../protocol/command.ts';
import { modifierBits } from '../../protocol/command.ts';
import { commit } from './commit.ts';
import { edit, fireInput } from './edit.ts';
import type { InputType } from './edit.ts';
import { announce, isField, isInput, isTextField } from './fields.ts';
import { focus, focusByTab } from './focus.ts';
import { fireKey } from './keys.ts';
import type { Later } from './later.ts';
import { moveByKey } from './moveByKey.ts';
import { typedInto } from './performText.ts';
import { activatedBy, defaultButtonOf, submittedBy } from './reach.ts';
import { moveSelection, selectAll } from './selection.ts';
import { allIn, focusedIn, hasFocus, windowOf } from './tree.ts';

type KeyAction = Extract<Action, { type: 'key' }>;
type Page = { readonly window: Window; readonly isOwn: (node: Node) => boolean };

type Pressed = (target: HTMLElement) => void;

/** Enter and Space press buttons, Enter links as well, Space boxes. False when there is nothing to press. */
function press(element: Element, key: string, pressed: Pressed): boolean {
  const target = activatedBy(element) as HTMLElement | null;
  if (!target) return false;
  const space = key === ' ';
  const fits = isInput(target)
    ? (space ? /button|box|image|radio|reset|submit/ : /button|image|reset|submit/).test(
        target.type,
      )
    : !isField(target) && !(space && target.matches('a,area'));
  if (fits) pressed(target);
  return true;
}

function enter(element: Element, shift: boolean, pressed: Pressed): void {
  const into = typedInto(element);
  if (into && !isInput(into)) {
    edit(into, shift || isTextField(into) ? 'insertLineBreak' : 'insertParagraph');
    return;
  }
  if (into && isTextField(into)) {
    // Of a line that a field cannot break browsers ask first, too.
    if (!fireInput(into, 'beforeinput', 'insertLineBreak', null)) return;
    commit(into);
  }
  const form = submittedBy(element);
  if (!form) press(element, 'Enter', pressed);
  else (defaultButtonOf(form) ?? { click: () => form.requestSubmit() }).click();
}

/** Closes the popover or modal dialog that the page lets go. */
function escape({ ownerDocument }: Element): void {
  const popover = allIn<HTMLElement>(
    ownerDocument,
    '[popover]:not([popover=manual]):popover-open',
  ).at(-1);
  if (popover) return popover.hidePopover();
  const dialog = allIn<HTMLDialogElement>(ownerDocument, 'dialog:modal').at(-1);
  if (dialog && announce(dialog, 'cancel', true)) dialog.close();
}

function remove(into: Element, key: string, word: boolean): void {
  const back = key === 'Backspace';
  if (word && !isSelected(into)) moveSelection(into, back ? 'ArrowLeft' : 'ArrowRight', true, true);
  edit(into, back ? 'deleteContentBackward' : 'deleteContentForward');
}

const edits: { readonly [key: string]: InputType } = {
  z: 'historyUndo',
  y: 'historyRedo',
  b: 'formatBold',
  i: 'formatItalic',
  u: 'formatUnderline',
};

function shortcut(element: Element, into: Element | null, key: string, shift: boolean): void {
  if (key === 'c' || key === 'x') return copy(into ?? element, into !== null && key === 'x');
  if (!into) return;
  const inputType = key === 'z' && shift ? 'historyRedo' : edits[key];
  if (key === 'a') selectAll(into);
  else if (inputType && !(isTextField(into) && inputType.startsWith('format')))
    edit(into, inputType);
}

/** The page hears of it, and what is cut goes. Nothing comes onto the customer's clipboard: the agent's copy is what the agent sees. */
function copy(element: Element, cuts: boolean): void {
  const view = windowOf(element);
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: new view.DataTransfer(),
  };
  if (
    element.dispatchEvent(new view.ClipboardEvent(cuts ? 'cut' : 'copy', init)) &&
    cuts &&
    isSelected(element)
  )
    edit(element, 'deleteByCut');
}

const isSelected = (into: Element): boolean =>
  isTextField(into)
    ? into.selectionStart !== into.selectionEnd
    : into.ownerDocument.getSelection()?.isCollapsed === false;

/** Where a browser would open its own, the customer alone could use it. */
function openMenu(element: Element): void {
  const view = windowOf(element);
  const box = element.getBoundingClientRect();
  const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const init = { bubbles: true, cancelable: true, composed: true, view, button: 2, ...at };
  element.dispatchEvent(new view.PointerEvent('contextmenu', init));
}

function act(element: Element, { key, modifiers }: KeyAction, page: Page, pressed: Pressed): void {
  const shift = (modifiers & modifierBits.shift) > 0;
  const held = (modifiers & (modifierBits.control | modifierBits.meta)) > 0;
  const into = typedInto(element);
  if (key === 'Tab') focusByTab(element, shift, page);
  else if (key === 'Enter') enter(element, shift, pressed);
  else if (key === 'Escape') escape(element);
  else if (/^(Arrow|Home|End|Page)/.test(key))
    moveByKey(element, into, key, shift, held, page.window);
  else if (into && /^(Backspace|Delete)$/.test(key)) remove(into, key, held);
  else if (held && /^[a-z]$/i.test(key)) shortcut(element, into, key.toLowerCase(), shift);
  else if (key === 'ContextMenu') openMenu(element);
  else if (into && !held && key.length === 1) edit(into, 'insertText', key);
  else if (key === ' ' && !press(element, key, pressed))
    moveByKey(element, null, shift ? 'PageUp' : 'PageDown', false, false, page.window);
}

export function performKey(
  element: Element,
  action: KeyAction,
  page: Page,
  refuse: () => Refusal | null,
  later: Later,
): Refusal | null {
  const { key } = action;
  focus(typedInto(element) ?? element, true);
  const focused = hasFocus(element);
  const held = (action.modifiers & (modifierBits.control | modifierBits.meta)) > 0;
  const writes = key === 'Enter' || (key.length === 1 && !held);
  /** Space presses as it comes up. */
  const toPress: HTMLElement[] = [];
  let refusal: Refusal | null = null;
  // One browser presses links by itself when it hears of Enter, whoever made the event.
  let pressed = false;
  const hear = () => (pressed = true);
  const target = activatedBy(element);
  target?.addEventListener('click', hear, true);
  const goes =
    fireKey(element, 'keydown', action) && (!writes || fireKey(element, 'keypress', action));
  target?.removeEventListener('click', hear, true);
  if (goes && !pressed) {
    // The page may have moved the focus on, or locked what was named: then the key has done its work.
    refusal = refuse();
    if (!refusal && hasFocus(element) === focused)
      act(element, action, page, (each) => {
        if (key === ' ') toPress.push(each);
        else each.click?.();
      });
  }
  later(() => {
    const up = fireKey(focusedIn(page.window.document) ?? element, 'keyup', action);
    for (const each of toPress)
      if (up && hasFocus(element) === focused && refuse() === null) each.click?.();
  });
  return refusal;
}
