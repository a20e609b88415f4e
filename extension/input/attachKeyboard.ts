// The keyboard while the agent controls: text comes out of the sink as the browser and its input methods put it there,
// other keys become commands. Both go to where the agent's last command left the focus in the customer's page.
import type { Action } from '../../protocol/command.ts';
import { modifierBits } from '../../protocol/command.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import { limits } from '../../protocol/limits.ts';
import { routeKey } from './routeKey.ts';

export interface KeyboardOptions {
  readonly sink: HTMLTextAreaElement;
  /** The viewer's frame: keys pressed in its document count as well. */
  readonly frame: HTMLIFrameElement;
  readonly signal: AbortSignal;
  readonly controls: () => boolean;
  readonly command: (action: Action) => void;
  readonly onLeave: () => void;
  /** A key while the agent does not control; true when it was of use. */
  readonly onOtherKey: (event: KeyboardEvent) => boolean;
}

export function attachKeyboard(options: KeyboardOptions): void {
  const { sink, frame, signal, controls, command } = options;
  let escaped = false;
  let composing = false;

  function write(text: string): void {
    const plain = text.replace(/\r\n?/g, '\n');
    for (let at = 0; at < plain.length; at += limits.commandTextLength)
      command({
        type: 'text',
        node: NO_NODE,
        text: plain.slice(at, at + limits.commandTextLength),
      });
  }

  function drain(): void {
    const text = sink.value;
    sink.value = '';
    if (text && controls()) write(text);
  }

  function pressed(event: KeyboardEvent): void {
    if (!controls()) {
      if (options.onOtherKey(event)) event.preventDefault();
      return;
    }
    const { key, code } = event;
    const { shiftKey, ctrlKey, altKey, metaKey, isComposing } = event;
    const altGraph = event.getModifierState('AltGraph');
    const route = routeKey({ key, shiftKey, ctrlKey, altKey, metaKey, isComposing, altGraph });
    const leaves = key === 'Escape' && route === 'command' && escaped;
    if (!isModifier(key)) escaped = key === 'Escape' && !leaves;
    if (leaves) {
      event.preventDefault();
      return options.onLeave();
    }
    if (route === 'text' && event.currentTarget !== sink) {
      event.preventDefault();
      write(key);
    }
    if (route !== 'command') return;
    event.preventDefault();
    const modifiers =
      (shiftKey ? modifierBits.shift : 0) |
      (ctrlKey ? modifierBits.control : 0) |
      (metaKey ? modifierBits.meta : 0);
    command({ type: 'key', node: NO_NODE, key, code, modifiers });
  }

  const isModifier = (key: string) => /^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(key);

  sink.addEventListener('keydown', pressed, { signal });
  sink.addEventListener('compositionstart', () => (composing = true), { signal });
  sink.addEventListener(
    'compositionend',
    () => {
      composing = false;
      drain();
    },
    { signal },
  );
  sink.addEventListener(
    'input',
    () => {
      if (!composing) drain();
    },
    { signal },
  );

  sink.addEventListener(
    'paste',
    (event) => {
      if (!controls()) return;
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
      // In one piece, as it lies on the clipboard: more than that no page is sent.
      if (text)
        command({ type: 'paste', node: NO_NODE, text: text.slice(0, limits.commandTextLength) });
    },
    { signal },
  );

  // A document that was written anew has lost its listeners; one that has this one still does not take it twice.
  const watchFrame = () => frame.contentDocument?.addEventListener('keydown', pressed, { signal });
  watchFrame();
  frame.addEventListener('load', watchFrame, { signal });
}
