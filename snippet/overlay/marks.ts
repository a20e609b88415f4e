// The agent's pointer, highlight, strokes and notes over the page. Each hangs on a node and goes where the node goes.
// Presses go through them to the page; only a note's own button takes one.
import { strokeColour } from '../../protocol/strokeColours.ts';
import { boxOf } from './boxOf.ts';
import type { Box } from './boxOf.ts';
import type { Host } from './createHost.ts';
import { element, vector } from './element.ts';
import { markStyles } from './markStyles.ts';

/** Fractions of the node's border box, or of the viewport when `node` is null. */
export interface Spot {
  readonly node: Node | null;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Marks {
  /** Whose marks they are. */
  name(agentName: string): void;
  pointer(spot: Spot | null): void;
  highlight(node: Node | null): void;
  /** A second call with the same id appends its points. */
  stroke(id: number, anchor: Node, colour: number, points: readonly Point[]): void;
  clearStrokes(): void;
  note(id: number, spot: Spot, text: string): void;
  removeNote(id: number): void;
  clear(): void;
}

type Drawn = HTMLElement | SVGElement;
interface Mark {
  readonly drawn: Drawn;
  /** Moves `drawn` to where it belongs now; false when there is no such place. */
  readonly place: () => boolean;
}

export function createMarks(host: Host): Marks {
  let agentName = '';
  const marks = new Map<string, Mark>();
  const strokes = vector('svg', { class: 'strokes', 'aria-hidden': 'true' });
  const layer = element('div', {}, strokes);
  host.dress(markStyles);
  host.ui.prepend(layer);
  let running = false;

  const draw = host.guard(() => {
    running = marks.size > 0;
    if (!running) return;
    for (const { drawn, place } of marks.values()) drawn.toggleAttribute('hidden', !place());
    requestAnimationFrame(draw);
  });

  function remove(key: string): void {
    marks.get(key)?.drawn.remove();
    marks.delete(key);
  }

  function put(key: string, drawn: Drawn, place: () => boolean, into: Element = layer): void {
    if (marks.get(key)?.drawn !== drawn) remove(key);
    marks.set(key, { drawn, place });
    if (!drawn.isConnected) {
      drawn.toggleAttribute('hidden', true);
      into.append(drawn);
    }
    if (!running) {
      running = true;
      requestAnimationFrame(draw);
    }
  }

  /** Puts `drawn` where `at` says, in the box of `node` as it is in that frame. */
  const follow = (drawn: Drawn, node: Node | null, at: (box: Box) => Point) => () => {
    const box = node ? boxOf(node) : { x: 0, y: 0, width: innerWidth, height: innerHeight };
    if (!box) return false;
    const { x, y } = at(box);
    const moved = `translate(${x}px, ${y}px)`;
    if (drawn.style.transform !== moved) drawn.style.transform = moved;
    return true;
  };

  const followSpot = (drawn: Drawn, { node, x, y }: Spot) =>
    follow(drawn, node, (box) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));

  const paths = new Map<number, { readonly d: string; readonly drawn: SVGElement }>();

  return {
    name: (now) => {
      agentName = now;
    },
    pointer(spot) {
      if (!spot) return remove('pointer');
      // The same element goes on, so that a pointer that moves does not flicker.
      const drawn = marks.get('pointer')?.drawn ?? agentPointer(agentName);
      put('pointer', drawn, followSpot(drawn, spot));
    },
    highlight(node) {
      if (!node) return remove('highlight');
      const drawn = element('div', { class: 'mark outline', 'aria-hidden': 'true' });
      const place = follow(drawn, node, (box) => {
        drawn.style.width = `${box.width + 8}px`;
        drawn.style.height = `${box.height + 8}px`;
        return { x: box.x - 4, y: box.y - 4 };
      });
      put('highlight', drawn, place);
      host.announce(`${agentName} points out: ${labelOf(node)}`);
    },
    stroke(id, anchor, colour, points) {
      const known = paths.get(id);
      const d = points.reduce(
        (so, { x, y }) => `${so}${so ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`,
        known?.d ?? '',
      );
      const drawn =
        known?.drawn ?? vector('g', {}, vector('path', { class: 'halo' }), vector('path'));
      for (const path of drawn.children) path.setAttribute('d', d);
      drawn.lastElementChild!.setAttribute('stroke', strokeColour(colour));
      paths.set(id, { d, drawn });
      if (!known)
        put(
          `stroke${id}`,
          drawn,
          follow(drawn, anchor, (box) => box),
          strokes,
        );
    },
    clearStrokes() {
      for (const id of paths.keys()) remove(`stroke${id}`);
      paths.clear();
    },
    note(id, spot, text) {
      const hide = element('button', { type: 'button', 'aria-label': 'Hide this note' }, '✕');
      const drawn = element('div', { class: 'mark note' }, element('span', {}, text), hide);
      host.on(hide, 'click', () => remove(`note${id}`));
      const place = follow(drawn, spot.node, (box) => ({
        // Its words stay on the screen, however near to the edge its place is.
        x: Math.max(8, Math.min(box.x + spot.x * box.width, innerWidth - drawn.offsetWidth - 8)),
        y: box.y + spot.y * box.height,
      }));
      put(`note${id}`, drawn, place);
      host.announce(`${agentName}: ${text}`);
    },
    removeNote: (id) => remove(`note${id}`),
    clear() {
      for (const key of [...marks.keys()]) remove(key);
      paths.clear();
    },
  };
}

function agentPointer(agentName: string): HTMLElement {
  const arrow = vector(
    'svg',
    { viewBox: '0 0 22 26' },
    vector('path', { d: 'M2 1v20l5-5 4 9 4-2-4-8h7z' }),
  );
  return element(
    'div',
    { class: 'mark pointer', 'aria-hidden': 'true' },
    arrow,
    element('span', {}, agentName),
  );
}

function labelOf(node: Node): string {
  return (node.textContent ?? '').trim().slice(0, 80);
}
