// The bar that stays while sharing: what is going on in words, and every way to hold or stop it.
import type { Host } from './createHost.ts';
import { element } from './element.ts';

export const barLabels = {
  stopControl: 'Stop control',
  sees: 'What the agent sees',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop sharing',
} as const;
export type BarAction = keyof typeof barLabels;

export interface BarView {
  readonly says: string;
  readonly tone: 'live' | 'write' | 'held' | 'waiting';
  readonly actions: readonly BarAction[];
}

export interface Bar {
  readonly element: HTMLElement;
  /** To move it by; hidden while nothing moves it. */
  readonly handle: HTMLElement;
  show(view: BarView | null): void;
  /** Says that what was pressed could not be fetched, beside the view's own words, until there is another view. */
  sayMissing(): void;
  focus(action: BarAction): void;
}

export function createBar(
  host: Host,
  stand: HTMLElement,
  onAction: (action: BarAction) => void,
): Bar {
  const says = element('span');
  const handle = element('button', {
    class: 'handle',
    'aria-label': 'Move this bar',
    'aria-describedby': 'how',
  });
  const buttons = Object.entries(barLabels).map(([action, label]) => {
    const button = element('button', { class: action, type: 'button' }, label);
    host.on(button, 'click', () => onAction(action as BarAction));
    return [action as BarAction, button] as const;
  });
  const bar = element(
    'section',
    { class: 'bar', 'aria-label': 'Sharing' },
    handle,
    element('p', { class: 'says' }, element('span', { class: 'dot', 'aria-hidden': 'true' }), says),
    element('div', { class: 'buttons' }, ...buttons.map(([, button]) => button)),
    element('span', { id: 'how', hidden: '' }, 'With the arrow keys'),
  );
  bar.hidden = handle.hidden = true;
  stand.append(bar);

  let words = '';

  function say(text: string): void {
    if (says.textContent !== text) host.announce((says.textContent = text));
  }

  return {
    element: bar,
    handle,
    show(view) {
      const focused = host.root.activeElement;
      bar.hidden = view === null;
      if (view === null) return;
      say((words = view.says));
      bar.dataset['tone'] = view.tone;
      for (const [action, button] of buttons) button.hidden = !view.actions.includes(action);
      // The pressed button may have gone: whoever works by keyboard stays in the bar.
      if (focused instanceof HTMLElement && bar.contains(focused) && focused.hidden)
        buttons.find(([, button]) => !button.hidden)?.[1].focus();
    },
    sayMissing: () =>
      say(`${words.replace(/\.$/, '')}. This could not be loaded. Please try again.`),
    focus: (action) => buttons.find(([other]) => other === action)?.[1].focus(),
  };
}
