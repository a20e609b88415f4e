// Drag and drop with data, as browsers do it for what is `draggable`: from `dragstart` on the page hears these events alone.
import type { Later } from './later.ts';
import type { Pointer } from './pointer.ts';
import type { Spot } from './spot.ts';
import { ancestorsOf, windowOf } from './tree.ts';

export interface DataDrag {
  over(spot: Spot): void;
  drop(spot: Spot): void;
  cancel(): void;
}

/** Null where nothing at the press is draggable, or the page does not want it to be. */
export function createDataDrag(from: Spot, pointer: Pointer, later: Later): DataDrag | null {
  const source = ancestorsOf(from.element).find(
    (each) => (each as HTMLElement).draggable && each.getAttribute('draggable') === 'true',
  );
  if (!source) return null;
  const view = windowOf(source);
  const dataTransfer = new view.DataTransfer();
  // One that a script has made keeps its effects to what they were: these are ours, and the page reads and writes them as ever.
  for (const [name, value] of [
    ['effectAllowed', 'uninitialized'],
    ['dropEffect', 'none'],
  ])
    Object.defineProperty(dataTransfer, name!, { value, writable: true, configurable: true });
  let target: Element | null = null;
  /** The last `dragover` was prevented: here it may be let go. */
  let accepted = false;

  const fire = (at: Element, type: string, { x, y }: Spot, relatedTarget: Element | null = null) =>
    at.dispatchEvent(
      new (windowOf(at).DragEvent)(type, {
        bubbles: true,
        cancelable: !/(leave|end)$/.test(type),
        composed: true,
        view: windowOf(at),
        clientX: x,
        clientY: y,
        relatedTarget,
        dataTransfer,
        buttons: type === 'dragend' || type === 'drop' ? 0 : 1,
      }),
    );

  if (!fire(source, 'dragstart', from)) return null;
  pointer.fire(from.element, 'pointercancel', from);

  function over(spot: Spot): void {
    if (source!.isConnected) fire(source!, 'drag', spot);
    const next = spot.element;
    if (next !== target) {
      fire(next, 'dragenter', spot, target);
      if (target?.isConnected) fire(target, 'dragleave', spot, next);
      target = next;
    }
    dataTransfer.dropEffect = effectOf(dataTransfer.effectAllowed);
    accepted = !fire(next, 'dragover', spot) && dataTransfer.dropEffect !== 'none';
  }

  function end(spot: Spot): void {
    // A page that moves the source as it takes it hears no more of it.
    later(() => source!.isConnected && fire(source!, 'dragend', spot));
  }

  return {
    over,
    drop(spot) {
      if (target?.isConnected && accepted) fire(target, 'drop', spot);
      else {
        if (target?.isConnected) fire(target, 'dragleave', spot);
        dataTransfer.dropEffect = 'none';
      }
      end(spot);
    },
    cancel() {
      if (target?.isConnected) fire(target, 'dragleave', from);
      dataTransfer.dropEffect = 'none';
      end(from);
    },
  };
}

/** What a browser proposes for what the source allows. */
function effectOf(allowed: DataTransfer['effectAllowed']): DataTransfer['dropEffect'] {
  if (allowed === 'none') return 'none';
  if (/^(copy|link)$/.test(allowed)) return allowed as 'copy' | 'link';
  return allowed === 'copyLink' ? 'copy' : 'move';
}
