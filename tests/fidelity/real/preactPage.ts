// Runs in the page: a small application by Preact, with a keyed list, a portal and a part that comes late.
import { Fragment, h, render } from 'preact';
import type { ComponentType } from 'preact';
import { createPortal, lazy, Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';

interface State {
  readonly rows: readonly number[];
  readonly chosen: number | null;
  readonly dialog: boolean;
  readonly late: boolean;
}

let arrive: () => void = () => undefined;
const Late = lazy(
  () =>
    new Promise<{ default: ComponentType }>((resolve) => {
      arrive = () => resolve({ default: () => h('p', { id: 'late' }, 'arrived') });
    }),
);

function Row({ id, isChosen }: { id: number; isChosen: boolean }) {
  const [text, setText] = useState(`row ${id}`);
  return h(
    'li',
    { class: isChosen ? 'chosen' : '', 'data-row': id },
    h('input', {
      value: text,
      onInput: (event: Event) => setText((event.target as HTMLInputElement).value),
    }),
    h('b', null, text),
    id % 7 === 0 && h(Fragment, null, h('i', null, 'seventh'), ' of many'),
  );
}

function Application() {
  const [state, setState] = useState<State>({
    rows: Array.from({ length: 1000 }, (_, id) => id),
    chosen: null,
    dialog: false,
    late: false,
  });
  const application = {
    set: (change: Partial<State>) => setState((before) => ({ ...before, ...change })),
    rows: (of: (rows: readonly number[]) => readonly number[]) =>
      setState((before) => ({ ...before, rows: of(before.rows) })),
    arrive: () => arrive(),
  };
  Object.assign(window, { application });
  return h(
    'main',
    null,
    h(
      'ul',
      null,
      state.rows.map((id) => h(Row, { key: id, id, isChosen: id === state.chosen })),
    ),
    state.dialog && createPortal(h('dialog', { open: true }, 'in a portal'), document.body),
    state.late && h(Suspense, { fallback: h('p', null, 'loading') }, h(Late, null)),
  );
}

render(h(Application, null), document.querySelector('#application')!);
