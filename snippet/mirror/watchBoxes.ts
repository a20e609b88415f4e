// A box that stands for something withheld has to keep its size: tells which of them has another one than was sent.

export interface BoxWatch {
  add(element: Element): void;
  remove(element: Element): void;
  stop(): void;
}

export function watchBoxes(resized: (element: Element) => void): BoxWatch {
  const sizes = new WeakMap<Element, string>();
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const size = `${borderBoxSize[0]?.inlineSize} ${borderBoxSize[0]?.blockSize}`;
      const before = sizes.get(target);
      sizes.set(target, size);
      // The first report of each only tells the size that was sent.
      if (before !== undefined && before !== size) resized(target);
    }
  });
  return {
    add: (element) => observer.observe(element, { box: 'border-box' }),
    remove: (element) => observer.unobserve(element),
    stop: () => observer.disconnect(),
  };
}
