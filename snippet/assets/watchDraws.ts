// When WebGL draws. What it has drawn can be read until the browser has painted it, so it has to be known at once. While something listens,
// the drawing methods are wrapped; `restore` puts back what was there unless the page has wrapped it since.

const methods = [
  'clear',
  'drawArrays',
  'drawArraysInstanced',
  'drawElements',
  'drawElementsInstanced',
  'drawRangeElements',
];

type Method = (this: WebGLRenderingContext, ...args: unknown[]) => unknown;

type Drawn = (canvas: HTMLCanvasElement) => void;
interface Watched {
  readonly listeners: Set<Drawn>;
  readonly restore: () => void;
}

/** Wrapped once, however many listen: whoever stops first takes nothing from the others. */
const watched = new WeakMap<Window, Watched>();

/** `drawn` is called when the task or callback that draws is over, once for each canvas. It must not throw. */
export function watchDraws(view: Window & typeof globalThis, drawn: Drawn): () => void {
  const known = watched.get(view) ?? wrap(view);
  watched.set(view, known);
  known.listeners.add(drawn);
  return () => {
    known.listeners.delete(drawn);
    if (known.listeners.size > 0) return;
    watched.delete(view);
    known.restore();
  };
}

function wrap(view: Window & typeof globalThis): Watched {
  const listeners = new Set<Drawn>();
  const restores: (() => void)[] = [];
  const pending = new Set<unknown>();

  function note({ canvas }: WebGLRenderingContext): void {
    if (pending.has(canvas)) return;
    pending.add(canvas);
    queueMicrotask(() => {
      pending.delete(canvas);
      for (const drawn of listeners) drawn(canvas as HTMLCanvasElement);
    });
  }

  for (const of of ['WebGLRenderingContext', 'WebGL2RenderingContext'] as const) {
    const prototype = view[of]?.prototype as unknown as Record<string, unknown> | undefined;
    for (const name of methods) {
      const before = prototype && Object.getOwnPropertyDescriptor(prototype, name);
      const original = before?.value as Method | undefined;
      if (!prototype || !before?.configurable || typeof original !== 'function') continue;
      const wrapped = {
        [name](this: WebGLRenderingContext, ...args: unknown[]) {
          const result = original.apply(this, args);
          note(this);
          return result;
        },
      }[name]!;
      Object.defineProperty(prototype, name, { ...before, value: wrapped });
      restores.push(() => {
        if (prototype[name] === wrapped) Object.defineProperty(prototype, name, before);
      });
    }
  }
  return {
    listeners,
    restore() {
      for (const restore of restores.splice(0)) restore();
    },
  };
}
