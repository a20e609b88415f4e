// Runs in the tests' page: input attached to a stand-in viewer, half the size of the page it shows. Keeps what was told.
import type { Message } from '../../../protocol/frame.ts';
import { NO_NODE } from '../../../protocol/ids.ts';
import type { GrantId, NodeId } from '../../../protocol/ids.ts';
import type { Target, Viewer } from '../../viewer/viewer.ts';
import { attachInput } from '../attachInput.ts';
import type { InputOptions } from '../attachInput.ts';

const SCALE = 0.5;

function standInViewer(frame: HTMLIFrameElement): Viewer {
  const inner = () => frame.contentDocument!;
  const all = () => [...inner().querySelectorAll('body, body *')];
  const idOf = (node: Node) => (all().indexOf(node as Element) + 1) as NodeId;
  const nodeOf = (id: NodeId) => all()[id - 1];
  const unused = () => {};
  return {
    frame,
    idOf,
    nodeOf,
    targetAt(x, y): Target {
      const element = inner().elementFromPoint(x, y);
      if (!element || element.localName === 'html')
        return { place: { node: NO_NODE, x: x / 800, y: y / 600 }, element: null, reason: null };
      const box = element.getBoundingClientRect();
      return {
        place: { node: idOf(element), x: (x - box.x) / box.width, y: (y - box.y) / box.height },
        element,
        reason: ((element as HTMLElement).dataset['reason'] as Target['reason']) ?? null,
      };
    },
    boxOf(id) {
      const box = nodeOf(id)?.getBoundingClientRect();
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    },
    pointOf: () => null,
    selectionBoxes: () => [],
    openPicker: () => null,
    apply: unused,
    clear: unused,
    dispose: unused,
  };
}

function start(html: string): Promise<void> {
  document.body.innerHTML = `<style>body { margin: 0 } iframe { border: 0; transform: scale(${SCALE}); transform-origin: 0 0 }
    #surface { position: absolute; inset: 0 auto auto 0; width: 400px; height: 300px }</style>
    <iframe width=800 height=600></iframe><div id=surface></div><textarea id=sink></textarea><button id=after>After</button>`;
  const frame = document.querySelector('iframe')!;
  desk.told.length = 0;
  desk.asked.length = 0;
  let number = 0;
  let marks = 0;
  desk.detach = attachInput({
    surface: document.querySelector<HTMLElement>('#surface')!,
    sink: document.querySelector<HTMLTextAreaElement>('#sink')!,
    viewer: standInViewer(frame),
    scale: () => SCALE,
    tool: () => desk.tool,
    write: () => desk.write,
    colour: () => 2,
    highlighted: () => desk.highlighted,
    nextMarkId: () => ++marks,
    perform: (action) =>
      desk.told.push({ kind: 'command', number: ++number, grant: 1 as GrantId, action }),
    send(message) {
      desk.told.push(message);
      if (message.kind === 'highlight') desk.highlighted = message.node;
    },
    onHover: (node) => desk.asked.push({ hover: node }),
    onCommentAt: (place) => desk.asked.push({ comment: place.node }),
    onTargetReason: (reason) => desk.asked.push({ reason }),
    onSelect: ({ node, options }) =>
      desk.asked.push({ select: node, options: options.map((option) => option.label) }),
    onFill: ({ node, type, value }) => desk.asked.push({ fill: node, type, value }),
    onLeave: () => desk.asked.push('left'),
  });
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve());
    frame.srcdoc = `<!doctype html><body style="margin:0">${html}`;
  });
}

const desk = {
  start,
  detach: () => {},
  tool: 'point' as ReturnType<InputOptions['tool']>,
  write: false,
  highlighted: NO_NODE as NodeId,
  told: [] as Message[],
  asked: [] as unknown[],
  /** The commands sent so far. */
  actions: () =>
    desk.told.flatMap((message) => (message.kind === 'command' ? [message.action] : [])),
  /** After everything that waits for the next frame. */
  frame: () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    }),
};

declare global {
  interface Window {
    desk: typeof desk;
  }
}
window.desk = desk;
