// The customer's page, scaled and centred, with what is drawn over it. Owns the viewer for as long as it is mounted.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import type { Session } from '../session/agentState.ts';
import { nameOf } from '../session/reduce.ts';
import { isLoopback } from '../settings/parseRelayAddress.ts';
import { createViewer } from '../viewer/createViewer.ts';
import { usePanel } from './AgentContext.ts';
import { fitScale } from './fitScale.ts';
import type { Zoom } from './fitScale.ts';
import { MarksLayer } from './MarksLayer.tsx';
import type { PaneModel } from './paneModel.ts';
import { PaneVeil } from './PaneVeil.tsx';
import type { Tool } from './tools.ts';

interface Props {
  readonly session: Session;
  readonly relay: string;
  readonly tool: Tool;
  readonly zoom: Zoom;
  readonly commentAt: Place | null;
  readonly onCommentAt: (place: Place) => void;
}

export function ViewerPane({ session, relay, tool, zoom, commentAt }: Props) {
  const { agent } = usePanel();
  const pane = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const scale = useSignal(1);
  const layout = useSignal(0);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [model, setModel] = useState<PaneModel | null>(null);
  const [hovered] = useState<NodeId>(NO_NODE);

  useLayoutEffect(() => {
    const viewer = createViewer({
      container: holder.current!,
      loopbackAssets: isLoopback(relay),
      onPage: agent.pageShown,
      onLayout: () => layout.value++,
      onResync: agent.resync,
      onApplied: agent.pageApplied,
    });
    setModel({ viewer, scale, layout });
    const detach = agent.attachPage(viewer);
    return () => {
      detach();
      viewer.dispose();
    };
  }, []);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width, height });
    });
    observer.observe(pane.current!);
    return () => observer.disconnect();
  }, []);

  const page = session.page ?? { width: 0, height: 0 };
  scale.value = fitScale(page, size, zoom);
  const drawn = { width: page.width * scale.value, height: page.height * scale.value };
  const write = session.control.at === 'granted';
  return (
    <div class="pane" ref={pane} data-zoom={zoom} data-tool={tool}>
      <div
        class="stage"
        data-write={write}
        hidden={session.page === null}
        style={{ width: `${drawn.width}px`, height: `${drawn.height}px` }}
      >
        <div class="holder" ref={holder} style={{ transform: `scale(${scale.value})` }} />
        {model && (
          <MarksLayer
            pane={model}
            hovered={hovered}
            commentAt={commentAt}
            customerName={nameOf(session.customer)}
          />
        )}
        <div class="surface" />
      </div>
      <PaneVeil session={session} />
    </div>
  );
}
