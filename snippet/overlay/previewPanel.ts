// What the agent sees, as a picture: a dialog with a page of the relay's in it, which draws what comes through the port that it is handed.
// It leaves the bar where it is, and says in words when there is nothing to see.
import { PREVIEW_WORD } from '../../protocol/preview.ts';
import type { FromPreview, ToPreview } from '../../protocol/preview.ts';
import type { Host } from './createHost.ts';
import { element } from './element.ts';
import { seesStyles } from './seesStyles.ts';

export interface PreviewPanel {
  say(word: ToPreview): void;
  /** Covers the picture with these words; null: it can be seen. */
  veil(words: string | null): void;
  close(): void;
}

export interface PreviewPanelOptions {
  readonly agentName: string;
  /** Of the page to be framed. */
  readonly address: URL;
  /** What it must leave uncovered. */
  readonly bar: HTMLElement;
  readonly onWord: (word: FromPreview) => void;
  /** It cannot be shown here: the page's policy keeps it out, or it did not come, or something else has taken its place. */
  readonly onMissing: () => void;
  readonly onMarks: () => void;
  readonly onClose: () => void;
}

const withinMs = 8000;
const gapPx = 8;
/** Within the border, however thick it is. */
const edgePx = 16;

export function openPreviewPanel(host: Host, options: PreviewPanelOptions): PreviewPanel {
  const { agentName, address, bar } = options;
  let port: MessagePort | null = null;
  let seenIn: Window | null = null;
  let open = true;

  const frame = element('iframe', {
    title: `What ${agentName} sees`,
    sandbox: 'allow-scripts allow-same-origin',
    referrerpolicy: 'no-referrer',
    src: address.href,
  });
  const veil = element('p', { class: 'veil' }, 'Drawing the page…');
  const marks = element('button', { type: 'button' }, 'Show on the page');
  const close = element('button', { type: 'button' }, 'Close');
  const title = element('h1', { id: 'sees', tabindex: '-1' }, `What ${agentName} sees`);
  const panel = element(
    'section',
    { class: 'picture', role: 'dialog', 'aria-labelledby': 'sees', 'aria-describedby': 'seen' },
    element('header', {}, title, marks, close),
    element('div', { class: 'screen' }, frame, veil),
    element(
      'footer',
      {},
      element('p', { id: 'seen' }, `${agentName} cannot see what is hatched or left out.`),
    ),
  );

  function missing(): void {
    if (open) options.onMissing();
  }

  host.on(frame, 'load', () => {
    const view = frame.contentWindow!;
    // A second document in its place is not what was asked for, and gets nothing. Moved along with the interface, into a dialog of the page's,
    // the frame has another window, and begins anew.
    if (!open || view === seenIn) return missing();
    seenIn = view;
    port?.close();
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = host.guard(({ data }: MessageEvent<FromPreview>) => {
      if (!open) return;
      if (data === 'ready') clearTimeout(timer);
      options.onWord(data);
    });
    view.postMessage(PREVIEW_WORD, address.origin, [port2]);
  });
  const timer = setTimeout(host.guard(missing), withinMs);
  const kept = host.on<SecurityPolicyViolationEvent>(
    document,
    'securitypolicyviolation',
    ({ disposition, effectiveDirective, blockedURI }) => {
      if (disposition === 'enforce' && effectiveDirective === 'frame-src')
        if (blockedURI.startsWith(address.origin)) missing();
    },
  );

  const place = host.guard(() => {
    const { top, bottom } = bar.getBoundingClientRect();
    const isBelow = top + bottom > innerHeight;
    panel.style.top = `${isBelow ? edgePx : bottom + gapPx}px`;
    panel.style.bottom = `${isBelow ? innerHeight - top + gapPx : edgePx}px`;
  });
  const moved = new MutationObserver(place);
  moved.observe(bar, { attributes: true });
  const sized = new ResizeObserver(place);
  sized.observe(bar);
  sized.observe(host.ui);
  addEventListener('resize', place);

  host.on(marks, 'click', options.onMarks);
  host.on(close, 'click', options.onClose);
  const undress = host.dress(seesStyles);
  // Over the agent's marks, below the border and the bar.
  bar.parentElement!.before(panel);
  place();
  title.focus();

  return {
    say: (word) => port?.postMessage(word),
    veil(words) {
      veil.hidden = words === null;
      // Hidden at once, whatever the page in it is still at.
      frame.style.visibility = words === null ? '' : 'hidden';
      if (veil.textContent !== words) veil.textContent = words;
    },
    close() {
      open = false;
      clearTimeout(timer);
      kept();
      moved.disconnect();
      sized.disconnect();
      removeEventListener('resize', place);
      port?.close();
      panel.remove();
      undress();
    },
  };
}
