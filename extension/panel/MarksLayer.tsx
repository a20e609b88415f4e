// Everything drawn over the page: highlight, strokes, comment pins and the customer's pointer. It takes no pointer events.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Annotation } from '../../protocol/interaction.ts';
import type { Place } from '../../protocol/place.ts';
import { strokeColour } from '../../protocol/strokeColours.ts';
import { usePanel } from './AgentContext.ts';
import type { PaneModel } from './paneModel.ts';
import { strokePath } from './strokePath.ts';
import { pickerWords } from './words/pickerWords.ts';

interface Props {
  readonly pane: PaneModel;
  /** The node under the highlight tool, not chosen yet. */
  readonly hovered: NodeId;
  readonly commentAt: Place | null;
  readonly customerName: string;
}

export function MarksLayer({ pane, hovered, commentAt, customerName }: Props) {
  const { agent } = usePanel();
  const { highlight, strokes, comments, customerPointer } = agent.marks.value;
  return (
    <svg class="marks" aria-hidden="true">
      <Seen pane={pane} />
      <Selection pane={pane} />
      <OpenPicker pane={pane} />
      {hovered !== NO_NODE && hovered !== highlight && (
        <Outline pane={pane} node={hovered} kind="hovered" />
      )}
      {highlight !== NO_NODE && <Outline pane={pane} node={highlight} kind="highlight" />}
      {strokes.map((stroke) => (
        <Stroke key={stroke.id} pane={pane} stroke={stroke} />
      ))}
      {comments.map((comment, i) => (
        <Pin key={comment.id} pane={pane} at={comment.at} label={String(i + 1)} />
      ))}
      {commentAt && <Pin pane={pane} at={commentAt} label={String(comments.length + 1)} />}
      {customerPointer && <CustomerPointer pane={pane} at={customerPointer} name={customerName} />}
    </svg>
  );
}

/** Read for its own sake, by every mark: a new layout places it anew. */
const followLayout = (pane: PaneModel): void => void pane.layout.value;

/** What the customer does not see is a little darker: a pinch has brought the rest near. */
function Seen({ pane }: { pane: PaneModel }) {
  followLayout(pane);
  const part = pane.seen.value;
  if (!part) return null;
  const scale = pane.scale.value;
  const { offsetWidth, offsetHeight } = pane.viewer.frame;
  const [x, y] = [part.x * scale, part.y * scale];
  const [width, height] = [part.width * scale, part.height * scale];
  return (
    <g>
      <path
        class="unseen"
        d={`M0 0H${offsetWidth * scale}V${offsetHeight * scale}H0Z M${x} ${y}h${width}v${height}h${-width}Z`}
      />
      <rect class="seen" x={x} y={y} width={width} height={height} rx={2} />
      <text class="seen-name" x={x + 6} y={y > 18 ? y - 6 : y + 14}>
        Zoomed in here
      </text>
    </g>
  );
}

function Selection({ pane }: { pane: PaneModel }) {
  followLayout(pane);
  const scale = pane.scale.value;
  return (
    <g>
      {pane.viewer.selectionBoxes().map(({ x, y, width, height }, i) => (
        <rect
          key={i}
          class={width === 0 ? 'caret' : 'selected'}
          x={x * scale - (width === 0 ? 1 : 0)}
          y={y * scale}
          width={width === 0 ? 2 : width * scale}
          height={height * scale}
        />
      ))}
    </g>
  );
}

/** The customer's browser draws it beside the page. */
function OpenPicker({ pane }: { pane: PaneModel }) {
  followLayout(pane);
  const picker = pane.viewer.openPicker();
  if (!picker) return null;
  const scale = pane.scale.value;
  const { x, y, width, height } = picker.box;
  const isLow = (y + height) * scale + 20 > pane.viewer.frame.offsetHeight * scale;
  return (
    <g>
      <rect
        class="picker"
        x={x * scale - 2}
        y={y * scale - 2}
        width={width * scale + 4}
        height={height * scale + 4}
        rx={4}
      />
      <text
        class="picker-name"
        x={Math.max(x * scale, 4)}
        y={isLow ? y * scale - 8 : (y + height) * scale + 16}
      >
        {pickerWords(picker)}
      </text>
    </g>
  );
}

function Outline({ pane, node, kind }: { pane: PaneModel; node: NodeId; kind: string }) {
  followLayout(pane);
  const box = pane.viewer.boxOf(node);
  if (!box) return null;
  const scale = pane.scale.value;
  return (
    <rect
      class={kind}
      x={box.x * scale - 2}
      y={box.y * scale - 2}
      width={box.width * scale + 4}
      height={box.height * scale + 4}
      rx={4}
    />
  );
}

function Stroke({ pane, stroke }: { pane: PaneModel; stroke: Annotation }) {
  followLayout(pane);
  const origin = stroke.anchor === NO_NODE ? { x: 0, y: 0 } : pane.viewer.boxOf(stroke.anchor);
  if (!origin) return null;
  const path = strokePath(stroke.points, origin, pane.scale.value);
  return (
    <g class="stroke">
      <path class="halo" d={path} />
      <path d={path} stroke={strokeColour(stroke.colour)} />
    </g>
  );
}

function Pin({ pane, at, label }: { pane: PaneModel; at: Place; label: string }) {
  followLayout(pane);
  const point = pane.viewer.pointOf(at);
  if (!point) return null;
  const scale = pane.scale.value;
  return (
    <g class="pin" transform={`translate(${point.x * scale} ${point.y * scale})`}>
      <path d="M0 0 L0 -11 A11 11 0 1 1 11 0 Z" />
      <text x="11" y="-7">
        {label}
      </text>
    </g>
  );
}

function CustomerPointer({ pane, at, name }: { pane: PaneModel; at: Place; name: string }) {
  followLayout(pane);
  const point = pane.viewer.pointOf(at);
  if (!point) return null;
  const scale = pane.scale.value;
  const { offsetWidth, offsetHeight } = pane.viewer.frame;
  // Towards the right and lower edges the name stands on the other side, where it is not cut off.
  const [x, anchor] = point.x > offsetWidth * 0.7 ? [-4, 'end'] : [14, 'start'];
  const y = point.y > offsetHeight * 0.9 ? -8 : 24;
  return (
    <g class="customer-pointer" transform={`translate(${point.x * scale} ${point.y * scale})`}>
      <path d="M0 0 L0 16 L4.2 12.5 L7 18.6 L10 17.2 L7.2 11.3 L12.5 10.8 Z" />
      <text x={x} y={y} text-anchor={anchor}>
        {name}
      </text>
    </g>
  );
}
