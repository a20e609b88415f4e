// The agent's viewer on the customer's side: builds the page from the frames that the agent is sent, fitted to the width, the agent's marks over it.
// Invariant: it answers through its port alone, and nothing in it takes a press or the focus.
import { createViewer } from '../extension/viewer/createViewer.ts';
import { decode, encode } from '../protocol/frame.ts';
import type { Message } from '../protocol/frame.ts';
import type { FromPreview, ToPreview } from '../protocol/preview.ts';
import { createMarksLayer } from './marksLayer.ts';

/** What a press, a key or a drag could do by itself. The wheel and the keys that scroll stay. */
const inert =
  'click auxclick dblclick contextmenu mousedown pointerdown dragstart drop submit beforeinput';

export function createPreview(main: HTMLElement, port: MessagePort): void {
  const stage = document.createElement('div');
  const holder = document.createElement('div');
  // Neither what the page lets a key reach nor what it opens over itself takes the focus from where the customer is.
  holder.inert = true;
  stage.className = 'stage';
  stage.append(holder);
  main.append(stage);

  const say = (word: FromPreview) => port.postMessage(word);
  const tell = (message: Message) => say(encode(message));

  const viewer = createViewer({
    container: holder,
    loopbackAssets: /^(127\.0\.0\.1|localhost)$/.test(location.hostname),
    onPage: fit,
    onLayout: () => marks.place(),
    onResync: () => tell({ kind: 'resync' }),
    onInexact: (runs) => tell({ kind: 'inexact', runs }),
    assets: {
      // Nothing of the session is kept.
      store: { read: async () => null, write: async () => undefined },
      ask: (wanted) => tell({ kind: 'assetWanted', ...wanted }),
    },
    // How far the agent has come is the agent's to say.
    onApplied: () => undefined,
    onFrame: (message) => message.kind !== 'frameAck' && tell(message),
  });
  viewer.frame.tabIndex = -1;
  viewer.frame.title = 'The page as the agent sees it';
  const marks = createMarksLayer(stage, viewer);
  let size = { width: 0, height: 0 };

  function fit(page = size): void {
    size = page;
    const scale = Math.min(1, main.clientWidth / Math.max(1, size.width));
    stage.style.width = `${size.width * scale}px`;
    stage.style.height = `${size.height * scale}px`;
    holder.style.transform = `scale(${scale})`;
    marks?.scaled(scale);
  }

  function show(message: Message): void {
    switch (message.kind) {
      case 'snapshot':
        stage.hidden = false;
        return viewer.apply(message);
      case 'batch':
      case 'frame':
      case 'frameSnapshot':
      case 'frameBatch':
      case 'asset':
      case 'assetFound':
        return viewer.apply(message);
      default:
        marks.show(message);
    }
  }

  port.onmessage = ({ data }: MessageEvent<ToPreview>) => {
    if (data instanceof Uint8Array) {
      const decoded = decode(data);
      if (decoded.ok) show(decoded.message);
    } else if (data) {
      marks.name(data.agentName);
      main.ariaLabel = `The page as ${data.agentName} sees it`;
    } else {
      stage.hidden = true;
      marks.clear();
      viewer.clear();
    }
  };

  for (const type of inert.split(' '))
    addEventListener(type, (event) => event.preventDefault(), { capture: true });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && event.isTrusted && !event.isComposing) say('escape');
    },
    { capture: true },
  );
  new ResizeObserver(() => fit()).observe(main);
  say('ready');
}
