// A few words beside the field that has the focus. They follow it, cover neither it nor the bar, take no press and no focus, and are said once
// a field to those who listen.
import { beside } from './beside.ts';
import { boxOf } from './boxOf.ts';
import type { Host } from './createHost.ts';
import { element } from './element.ts';

export interface FieldNote {
  /** Null: there is nothing to say. */
  show(field: Element | null, words: string): void;
  remove(): void;
}

const noteStyles = `
.hint{position:fixed;inset-block-start:0;left:0;margin:0;width:max-content;max-width:min(20em,100vw - 1em);padding:.3em .7em;border-radius:6px;background:var(--ink);color:var(--paper);font-size:.8125em;font-weight:600;line-height:1.4;overflow-wrap:anywhere;pointer-events:none}
@media(forced-colors:active){.hint{border:1px solid CanvasText}}
`;

export function createFieldNote(host: Host, stand: HTMLElement): FieldNote {
  const note = element('p', { class: 'hint', 'aria-hidden': 'true' });
  note.hidden = true;
  const undress = host.dress(noteStyles);
  stand.before(note);
  const said = new WeakSet<Element>();
  let at: Element | null = null;

  const place = host.guard(() => {
    if (!at) return;
    const box = boxOf(at);
    const bar = stand.querySelector('.bar')?.getBoundingClientRect() ?? null;
    const size = { width: note.offsetWidth, height: note.offsetHeight };
    const spot = box && beside(box, size, { width: innerWidth, height: innerHeight }, bar);
    note.style.visibility = spot ? '' : 'hidden';
    const moved = spot ? `translate(${spot.x}px, ${spot.y}px)` : '';
    if (note.style.transform !== moved) note.style.transform = moved;
    requestAnimationFrame(place);
  });

  return {
    show(field, words) {
      const isResting = at === null;
      at = field;
      note.hidden = field === null;
      if (note.textContent !== words) note.textContent = words;
      if (!field) return;
      if (!said.has(field)) host.announce(words);
      said.add(field);
      if (isResting) place();
    },
    remove() {
      at = null;
      note.remove();
      undress();
    },
  };
}
