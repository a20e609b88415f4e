// On the spot where the agent pressed: why nothing came of it, or that the customer is being waited for.
import type { Place } from '../../protocol/place.ts';
import { usePanel } from './AgentContext.ts';
import { AskForIt } from './AskForIt.tsx';
import { Icon } from './Icon.tsx';
import type { PaneModel } from './paneModel.ts';
import { noticeWords } from './words/noticeWords.ts';

const WIDTH = 260;
const MARGIN = 8;

const waitWords = {
  answer: 'Waiting for the customer: they are asked about this.',
  turn: 'Waiting for the customer: they are busy on the page.',
} as const;

export function SpotNote({ pane }: { readonly pane: PaneModel }) {
  const { agent } = usePanel();
  const notice = agent.notice.value;
  const waiting = agent.waiting.value;
  if (waiting) {
    return (
      <Spot pane={pane} at={waiting.at} tone="waiting">
        <Icon name="loader" size={14} />
        <span role="status">{waitWords[waiting.for]}</span>
      </Spot>
    );
  }
  if (notice?.type !== 'refused' || !notice.at) return null;
  return (
    <Spot pane={pane} at={notice.at} tone="refused">
      {/* The line under the page reads it out. */}
      <span aria-hidden="true">{noticeWords(notice)}</span>
      <AskForIt notice={notice} />
    </Spot>
  );
}

function Spot(props: {
  readonly pane: PaneModel;
  readonly at: Place | null;
  readonly tone: 'waiting' | 'refused';
  readonly children: preact.ComponentChildren;
}) {
  const { pane, at, tone, children } = props;
  // A new layout places it anew.
  void pane.layout.value;
  const scale = pane.scale.value;
  const { offsetWidth, offsetHeight } = pane.viewer.frame;
  const point = at && pane.viewer.pointOf(at);
  const { x, y } = point ?? { x: offsetWidth / 2, y: offsetHeight / 2 };
  const room = { width: offsetWidth * scale, height: offsetHeight * scale };
  const width = Math.min(WIDTH, room.width - 2 * MARGIN);
  const left = Math.max(MARGIN, Math.min(x * scale - 16, room.width - width - MARGIN));
  // Below the place, or above it where there is no room.
  const isLow = y * scale > room.height - 80;
  return (
    <div
      class="spot"
      data-tone={tone}
      style={{
        left: `${left}px`,
        maxWidth: `${width}px`,
        [isLow ? 'bottom' : 'top']: `${(isLow ? room.height - y * scale : y * scale) + 14}px`,
      }}
    >
      {children}
    </div>
  );
}
