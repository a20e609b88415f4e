// The agent's pointer, highlight, strokes and comments over the page as it is drawn here. Text is only ever text; nothing of it takes a press.
import type { Viewer } from '../extension/viewer/viewer.ts';
import type { Message, MessageOf } from '../protocol/frame.ts';
import { NO_NODE } from '../protocol/ids.ts';
import type { NodeId } from '../protocol/ids.ts';
import type { Place } from '../protocol/place.ts';
import { strokeColour } from '../protocol/strokeColours.ts';

type Stroke = Pick<MessageOf<'annotation'>, 'anchor' | 'colour' | 'points'>;

export function createMarksLayer(stage: HTMLElement, viewer: Viewer) {
  const layer = vector('svg', { class: 'marks', 'aria-hidden': 'true' });
  stage.append(layer);
  let agentName = '';
  let scale = 1;
  let pointer: Place | null = null;
  let highlight: NodeId = NO_NODE;
  const strokes = new Map<number, Stroke>();
  const comments = new Map<number, Place>();

  function place(): void {
    const drawn = [
      ...viewer.selectionBoxes().map((box) => {
        const isCaret = box.width === 0;
        return boxed(isCaret ? 'caret' : 'selected', isCaret ? { ...box, width: 2 / scale } : box);
      }),
      ...outline(),
      ...[...strokes.values()].flatMap(stroke),
      ...[...comments.values()].flatMap(pin),
      ...arrow(),
    ];
    layer.replaceChildren(...drawn);
  }

  function boxed(
    name: string,
    box: { x: number; y: number; width: number; height: number },
    by = 0,
  ) {
    return vector('rect', {
      class: name,
      x: box.x * scale - by,
      y: box.y * scale - by,
      width: box.width * scale + 2 * by,
      height: box.height * scale + 2 * by,
      rx: by && 4,
    });
  }

  function outline(): SVGElement[] {
    const box = highlight === NO_NODE ? null : viewer.boxOf(highlight);
    return box ? [boxed('outline', box, 3)] : [];
  }

  function stroke({ anchor, colour, points }: Stroke): SVGElement[] {
    const origin = anchor === NO_NODE ? { x: 0, y: 0 } : viewer.boxOf(anchor);
    if (!origin) return [];
    const d = points
      .map(({ x, y }, i) => {
        const at = `${((origin.x + x) * scale).toFixed(1)} ${((origin.y + y) * scale).toFixed(1)}`;
        return `${i === 0 ? 'M' : 'L'}${at}`;
      })
      .join('');
    return [
      vector('path', { class: 'halo', d }),
      vector('path', { class: 'stroke', d, stroke: strokeColour(colour) }),
    ];
  }

  /** Moved to where the place is drawn now. */
  function put(at: Place, ...parts: SVGElement[]): SVGElement[] {
    const point = viewer.pointOf(at);
    if (!point) return [];
    const transform = `translate(${point.x * scale} ${point.y * scale})`;
    const group = vector('g', { transform });
    group.append(...parts);
    return [group];
  }

  function pin(at: Place, index: number): SVGElement[] {
    const label = vector('text', { x: 11, y: -7 });
    label.textContent = String(index + 1);
    return put(at, vector('path', { class: 'pin', d: 'M0 0V-11A11 11 0 1 1 11 0Z' }), label);
  }

  function arrow(): SVGElement[] {
    if (!pointer) return [];
    const name = vector('text', { class: 'name', x: 14, y: 30 });
    name.textContent = agentName;
    return put(pointer, vector('path', { class: 'arrow', d: 'M2 1v20l5-5 4 9 4-2-4-8h7z' }), name);
  }

  function take(message: Message): void {
    switch (message.kind) {
      case 'pointer':
        pointer = message.gone ? null : message.at;
        return;
      case 'highlight':
        highlight = message.node;
        return;
      case 'annotation': {
        const before = strokes.get(message.id)?.points ?? [];
        strokes.set(message.id, { ...message, points: [...before, ...message.points] });
        return;
      }
      case 'annotationsCleared':
        return strokes.clear();
      case 'comment':
        return void comments.set(message.id, message.at);
      case 'commentRemoved':
        comments.delete(message.id);
    }
  }

  return {
    place,
    show(message: Message): void {
      take(message);
      place();
    },
    name(now: string): void {
      agentName = now;
      place();
    },
    scaled(now: number): void {
      scale = now;
      place();
    },
    clear(): void {
      pointer = null;
      highlight = NO_NODE;
      strokes.clear();
      comments.clear();
      layer.replaceChildren();
    },
  };
}

function vector(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
