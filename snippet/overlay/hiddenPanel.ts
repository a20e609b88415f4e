// What the agent sees, in words and on the page itself: a hatch over what is masked, grey over what is blocked, a lock on
// what refuses the agent's presses.
import type { Reason } from '../../protocol/controlPlane.ts';
import { boxOf } from './boxOf.ts';
import type { Host } from './createHost.ts';
import { element, vector } from './element.ts';
import { seesStyles } from './seesStyles.ts';

export interface Hidden {
  /** An element, or a text where only part of its element is hidden. */
  readonly node: Node;
  readonly how: 'masked' | 'blocked' | 'locked';
}

export interface HiddenPanel {
  close(): void;
}

const lookAgainMs = 500;
/** More than anyone can take in; keeps a page of thousands of fields responsive. */
const mostShown = 400;

export interface HiddenPanelOptions {
  readonly agentName: string;
  readonly find: () => readonly Hidden[];
  readonly explain: (node: Node) => readonly Reason[];
  /** Back to the picture; null where there is none. */
  readonly onPicture: (() => void) | null;
  readonly onClose: () => void;
}

export function openHiddenPanel(
  host: Host,
  { agentName, find, explain, onPicture, onClose }: HiddenPanelOptions,
): HiddenPanel {
  const layer = element('div', { 'aria-hidden': 'true' });
  const counts = { masked: element('span'), blocked: element('span'), locked: element('span') };
  const row = (how: string, ...words: (string | Node)[]) =>
    element('li', {}, swatch(how), element('span', {}, ...words));
  const picture = element('button', { type: 'button' }, 'Show the picture');
  picture.hidden = onPicture === null;
  const close = element('button', { type: 'button' }, 'Close');
  const why = element('ul', { class: 'why' });
  const panel = element(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'sees' },
    element('h1', { id: 'sees', tabindex: '-1' }, `What ${agentName} sees`),
    ...(onPicture
      ? []
      : [element('p', {}, 'A picture cannot be shown on this page. It is marked here instead.')]),
    element(
      'p',
      {},
      `${agentName} sees this page and the pages of this website that you open in this tab. Not your screen, your other tabs or your files.`,
    ),
    element(
      'ul',
      {},
      row('masked', 'Hidden: letters and pictures are replaced (', counts.masked, ')'),
      row('blocked', 'Left out: an empty box (', counts.blocked, ')'),
      row('locked', 'Seen, but only you can use it (', counts.locked, ')'),
    ),
    element('p', {}, 'Who decides:'),
    why,
    element('footer', {}, picture, close),
  );
  let said = '';
  let hidden: readonly Hidden[] = [];
  let open = true;

  const look = host.guard(() => {
    hidden = find();
    for (const [how, count] of Object.entries(counts))
      count.textContent = String(hidden.filter((one) => one.how === how).length);
    const lines = whoDecides(hidden.slice(0, mostShown), explain);
    if (said === `${lines}`) return;
    said = `${lines}`;
    why.replaceChildren(...lines.map((line) => element('li', {}, line)));
  });
  const draw = host.guard(() => {
    if (!open) return;
    const boxes = hidden.slice(0, mostShown).flatMap(({ node, how }) => {
      const box = boxOf(node);
      return box && box.y < innerHeight && box.y + box.height > 0 ? [{ box, how }] : [];
    });
    while (layer.children.length < boxes.length) layer.append(element('div'));
    while (layer.children.length > boxes.length) layer.lastChild!.remove();
    for (const [index, { box, how }] of boxes.entries())
      place(layer.children[index] as HTMLElement, box, how);
    requestAnimationFrame(draw);
  });

  host.on(close, 'click', onClose);
  if (onPicture) host.on(picture, 'click', onPicture);
  const undress = host.dress(seesStyles);
  host.ui.prepend(layer);
  host.ui.append(panel);
  look();
  draw();
  const timer = setInterval(look, lookAgainMs);
  panel.querySelector('h1')!.focus();
  return {
    close() {
      open = false;
      clearInterval(timer);
      layer.remove();
      panel.remove();
      undress();
    },
  };
}

const builtIn = {
  password: 'Passwords are always hidden',
  code: 'One-time codes are always hidden',
  card: 'Card details are always hidden',
  hidden: 'Values that you do not see are always hidden',
  dots: 'What is shown as dots is always hidden',
} as const;

/** A line for each that decides, the most frequent first. */
function whoDecides(hidden: readonly Hidden[], explain: HiddenPanelOptions['explain']): string[] {
  const counts = new Map<string, number>();
  for (const { node, how } of hidden) {
    const reason = explain(node).find(({ treatment }) => treatment === how);
    const line = reason && lineOf(reason);
    if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([line, count]) => `${line} (${count})`);
}

function lineOf({ by, rule }: Reason): string {
  switch (by) {
    case 'page':
      return 'This website’s page';
    case 'relay':
      return `This website’s rule “${rule}”`;
    case 'agent':
      return `The agent’s own rule “${rule}”`;
    case 'frame':
      return 'The page around it';
    case 'doubt':
      return 'Left out to be safe';
    default:
      return builtIn[by];
  }
}

function place(
  drawn: HTMLElement,
  box: { x: number; y: number; width: number; height: number },
  how: string,
): void {
  const name = `hatch ${how}`;
  if (drawn.className !== name) {
    drawn.className = name;
    drawn.replaceChildren(...(how === 'locked' ? [lock()] : []));
  }
  drawn.style.transform = `translate(${box.x}px, ${box.y}px)`;
  drawn.style.width = `${box.width}px`;
  drawn.style.height = `${box.height}px`;
}

function swatch(how: string): HTMLElement {
  return element(
    'span',
    { class: `swatch ${how}`, 'aria-hidden': 'true' },
    ...(how === 'locked' ? [lock()] : []),
  );
}

function lock(): SVGElement {
  return vector(
    'svg',
    { viewBox: '0 0 20 20', fill: 'currentColor' },
    vector('path', { d: 'M6 9V7a4 4 0 0 1 8 0v2h1v8H5V9zm2 0h4V7a2 2 0 0 0-4 0z' }),
  );
}
