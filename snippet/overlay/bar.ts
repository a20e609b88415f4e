// The bar that stays while sharing: what is going on in words, and every way to hold or stop it. It can be moved, and never
// covers what has the focus.
import { boxOf } from './boxOf.ts';
import type { Host } from './createHost.ts';
import { dockAt, dockByKey, edgeClearOf } from './dock.ts';
import type { Dock } from './dock.ts';
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
  show(view: BarView | null): void;
  /** Says `text` in place of the view's own words, until there is another view. */
  say(text: string): void;
  focus(action: BarAction): void;
  dispose(): void;
}

const marginPx = 24;

export function createBar(host: Host, onAction: (action: BarAction) => void): Bar {
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
  bar.hidden = true;
  host.ui.append(bar);

  let dock: Dock = { edge: 'bottom', side: 'middle' };
  const isRightToLeft = () => getComputedStyle(bar).direction === 'rtl';

  function place(): void {
    const focused = deepFocus();
    const box = focused && !host.isOwn(focused) ? boxOf(focused) : null;
    const height = bar.offsetHeight + marginPx;
    const span = box && { top: box.y, bottom: box.y + box.height };
    bar.dataset['edge'] = edgeClearOf(span, dock.edge, height, innerHeight);
    bar.dataset['side'] = dock.side;
  }

  function moveTo(next: Dock): void {
    dock = next;
    place();
  }

  host.on<KeyboardEvent>(handle, 'keydown', (event) => {
    const next = dockByKey(dock, event.key, isRightToLeft());
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  });

  let from: PointerEvent | null = null;
  host.on<PointerEvent>(handle, 'pointerdown', (event) => {
    from = event;
    handle.setPointerCapture(event.pointerId);
  });
  host.on<PointerEvent>(handle, 'pointermove', (event) => {
    if (from) bar.style.translate = `${event.x - from.x}px ${event.y - from.y}px`;
  });
  host.on<PointerEvent>(handle, 'lostpointercapture', () => {
    if (!from) return;
    from = null;
    const box = bar.getBoundingClientRect();
    const x = (box.x + box.width / 2) / innerWidth;
    bar.style.translate = '';
    moveTo(dockAt(isRightToLeft() ? 1 - x : x, (box.y + box.height / 2) / innerHeight));
  });

  function say(text: string): void {
    if (says.textContent !== text) host.announce((says.textContent = text));
  }

  const follow = host.guard(() => {
    if (!bar.hidden && !from) place();
  });
  const sources: readonly (readonly [EventTarget, string])[] = [
    [document, 'focusin'],
    [document, 'scroll'],
    [window, 'resize'],
  ];
  for (const [target, type] of sources) target.addEventListener(type, follow, true);

  return {
    element: bar,
    show(view) {
      const focused = host.root.activeElement;
      bar.hidden = view === null;
      if (view === null) return;
      say(view.says);
      bar.dataset['tone'] = view.tone;
      for (const [action, button] of buttons) button.hidden = !view.actions.includes(action);
      // The pressed button may have gone: whoever works by keyboard stays in the bar.
      if (focused instanceof HTMLElement && bar.contains(focused) && focused.hidden)
        buttons.find(([, button]) => !button.hidden)?.[1].focus();
      place();
    },
    say,
    focus: (action) => buttons.find(([other]) => other === action)?.[1].focus(),
    dispose() {
      for (const [target, type] of sources) target.removeEventListener(type, follow, true);
    },
  };
}

/** What has the focus, inside open shadow roots and same-origin frames too. */
function deepFocus(): Element | null {
  let at: Element | null = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined =
      at?.shadowRoot?.activeElement ?? framed(at)?.activeElement;
    if (!inner) return at === document.body ? null : at;
    at = inner;
  }
}

function framed(at: Element | null): Document | null {
  return at instanceof HTMLIFrameElement ? at.contentDocument : null;
}
