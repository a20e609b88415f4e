// Runs work one at a time in the order given, at once while nothing is pending: a frame that is being deflated
// or inflated holds back those behind it, and otherwise costs no turn of the event loop.

export type InOrder = (work: () => Promise<void> | void) => void;

export function createInOrder(): InOrder {
  let tail: Promise<void> | null = null;

  function hold(pending: Promise<void>): void {
    const release = () => {
      if (tail === settled) tail = null;
    };
    const settled: Promise<void> = pending.then(release, release);
    tail = settled;
  }

  return (work) => {
    if (tail !== null) return hold(tail.then(work));
    const pending = work();
    if (pending !== undefined) hold(pending);
  };
}
