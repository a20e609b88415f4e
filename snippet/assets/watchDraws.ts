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

/** `drawn` is called when the task or callback that draws is over, once for each canvas. It must not throw. */
export function watchDraws(
  view: Window & typeof globalThis,
  drawn: (canvas: HTMLCanvasElement) => void,
): () => void {
  const restores: (() => void)[] = [];
  const pending = new Set<unknown>();

  function note({ canvas }: WebGLRenderingContext): void {
    if (pending.has(canvas)) return;
    pending.add(canvas);
    queueMicrotask(() => {
      pending.delete(canvas);
      drawn(canvas as HTMLCanvasElement);
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
  return () => {
    for (const restore of restores.splice(0)) restore();
  };
}
