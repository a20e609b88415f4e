// One edit at the caret. `beforeinput` first, which the page may prevent; then the browser's own editing command, so that
// maxlength, number fields, the undo history and `change` on leaving are the browser's; the value's setter where that is refused.
import { commit, remember } from './commit.ts';
import { isTextField, setValue } from './fields.ts';
import type { TextField } from './fields.ts';
import { hasFocus, windowOf } from './tree.ts';

const commands = {
  insertText: 'insertText',
  insertLineBreak: 'insertLineBreak',
  insertParagraph: 'insertParagraph',
  deleteContentBackward: 'delete',
  deleteContentForward: 'forwardDelete',
  insertFromPaste: 'insertText',
  deleteByCut: 'delete',
  historyUndo: 'undo',
  historyRedo: 'redo',
  formatBold: 'bold',
  formatItalic: 'italic',
  formatUnderline: 'underline',
} as const;
export type InputType = keyof typeof commands;

/** False when the page prevented it. */
export function fireInput(
  element: Element,
  type: 'beforeinput' | 'input',
  inputType: InputType,
  data: string | null,
): boolean {
  const view = windowOf(element);
  const cancelable = type === 'beforeinput';
  return element.dispatchEvent(
    new view.InputEvent(type, {
      bubbles: true,
      composed: true,
      cancelable,
      inputType,
      data,
      ...(isTextField(element)
        ? {}
        : { targetRanges: rangesOf(element), ...transferOf(view, inputType, data) }),
    }),
  );
}

/** What it would change: editors that do it all by themselves ask for nothing else. */
function rangesOf(element: Element): StaticRange[] {
  const selection = element.ownerDocument.getSelection();
  return selection && selection.rangeCount > 0
    ? [new (windowOf(element).StaticRange)(selection.getRangeAt(0))]
    : [];
}

/** In editable text a paste brings its data along. */
function transferOf(view: Window & typeof globalThis, inputType: InputType, text: string | null) {
  if (inputType !== 'insertFromPaste' || text === null) return {};
  const dataTransfer = new view.DataTransfer();
  dataTransfer.setData('text/plain', text);
  return { data: null, dataTransfer };
}

/** The browser's own command; its `input` says what it was for. */
function command(element: Element, inputType: InputType, data: string | null): boolean {
  const { ownerDocument } = element;
  const name = commands[inputType];
  const says: string | undefined = own[inputType];
  if (!says) return ownerDocument.execCommand(name, false, data ?? '');
  const view = windowOf(element);
  const silence = (event: Event) => event.isTrusted && event.stopImmediatePropagation();
  view.addEventListener('input', silence, true);
  const done = ownerDocument.execCommand(name, false, data ?? '');
  view.removeEventListener('input', silence, true);
  if (done) fireInput(element, 'input', inputType, data);
  return done;
}

/** Those that the browser would tell of as of another. */
const own: { readonly [T in InputType]?: string } = {
  insertFromPaste: 'paste',
  deleteByCut: 'cut',
};

function splice(field: TextField, inputType: InputType, text: string): void {
  const { value, maxLength } = field;
  let start = field.selectionStart ?? value.length;
  let end = field.selectionEnd ?? value.length;
  if (start === end && inputType === 'deleteContentBackward') start = Math.max(0, start - 1);
  if (start === end && inputType === 'deleteContentForward') end++;
  if (/^(history|format)/.test(inputType)) return;
  const room = maxLength < 0 ? Infinity : maxLength - value.length + (end - start);
  const fits = text.slice(0, Math.max(0, room));
  const next = value.slice(0, start) + fits + value.slice(end);
  if (next === value) return;
  setValue(field, next);
  if (field.selectionStart !== null)
    field.setSelectionRange(start + fits.length, start + fits.length);
  field.addEventListener('blur', () => commit(field), { once: true, capture: true });
  fireInput(field, 'input', inputType, fits || null);
}

/** False when the element could not be edited. */
export function edit(element: Element, inputType: InputType, data: string | null = null): boolean {
  if (isTextField(element)) {
    if (element.readOnly) return false;
    remember(element);
  }
  if (!fireInput(element, 'beforeinput', inputType, data)) return true;
  if (hasFocus(element) && command(element, inputType, data)) return true;
  if (!isTextField(element)) return false;
  splice(element, inputType, inputType === 'insertLineBreak' ? '\n' : (data ?? ''));
  return true;
}
