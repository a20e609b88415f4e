// The customer's page, scaled and centred, with what is drawn over it and the layer that takes the agent's gestures.
// Owns the viewer and the input for as long as it is mounted.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { Place } from '../../protocol/place.ts';
import { assetCache } from '../assets/assetCache.ts';
import { attachInput } from '../input/attachInput.ts';
import type { FillRequest, SelectRequest } from '../input/fieldRequest.ts';
import type { Session } from '../session/agentState.ts';
import { nextMarkId } from '../session/marks.ts';
import { isLoopback } from '../settings/parseRelayAddress.ts';
import { createViewer } from '../viewer/createViewer.ts';
import type { Target, ViewerPage } from '../viewer/viewer.ts';
import { usePanel } from './AgentContext.ts';
import { FieldPopup } from './FieldPopup.tsx';
import { fitScale, zoomBy, zoomStep } from './fitScale.ts';
import type { Zoom } from './fitScale.ts';
import { Icon } from './Icon.tsx';
import { MarksLayer } from './MarksLayer.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import type { PaneModel } from './paneModel.ts';
import { PaneVeil } from './PaneVeil.tsx';
import { SpotNote } from './SpotNote.tsx';
import type { Tool } from './tools.ts';
import { usePan } from './usePan.ts';
import { useZoomKeys } from './useZoomKeys.ts';
import { customerLabel } from './words/customerWords.ts';
import { reasonWords } from './words/reasonWords.ts';
import { ZoomBar } from './ZoomBar.tsx';
import { recallZoom, rememberZoom } from './zoomMemory.ts';

interface Props {
  readonly session: Session;
  readonly relay: string;
  readonly tool: Tool;
  readonly colour: number;
  readonly commentAt: Place | null;
  readonly onCommentAt: (place: Place) => void;
  /** The agent's keyboard leaves the page: back to the tools. */
  readonly onLeave: () => void;
}

interface Grey {
  readonly reason: NonNullable<Target['reason']>;
  readonly node: NodeId;
}

const RESTING_MS = 300;

export function ViewerPane(props: Props) {
  const { session, tool } = props;
  const { agent } = usePanel();
  const pane = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const sink = useRef<HTMLTextAreaElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  /** The gestures outlive a rendering: they ask for what holds now. */
  const latest = useRef(props);
  latest.current = props;
  const scale = useSignal(1);
  const layout = useSignal(0);
  const seen = useSignal<ViewerPage['seen']>(null);
  const [zoom, setZoom] = useState<Zoom>(recallZoom);
  /** The point of the page that stays where it is on the screen when the size changes. */
  const anchor = useRef<{ left: number; top: number; x: number; y: number } | null>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [model, setModel] = useState<PaneModel | null>(null);
  const [hovered, setHovered] = useState<NodeId>(NO_NODE);
  const [grey, setGrey] = useState<Grey | null>(null);
  const [request, setRequest] = useState<SelectRequest | FillRequest | null>(null);

  useLayoutEffect(() => {
    const viewer = createViewer({
      container: holder.current!,
      loopbackAssets: isLoopback(latest.current.relay),
      onPage(page) {
        seen.value = page.seen;
        agent.pageShown(page);
      },
      onLayout: () => layout.value++,
      onResync: agent.resync,
      onInexact: agent.pageInexact,
      assets: { store: assetCache, ask: agent.pageWants },
      onApplied: agent.pageApplied,
      onFrame: agent.send,
    });
    setModel({ viewer, scale, seen, layout });
    const detachPage = agent.attachPage(viewer);
    const detachInput = attachInput({
      surface: surface.current!,
      sink: sink.current!,
      viewer,
      scale: () => scale.value,
      tool: () => latest.current.tool,
      write: () => latest.current.session.control.at === 'granted',
      colour: () => latest.current.colour,
      highlighted: () => agent.marks.value.highlight,
      nextMarkId: () => nextMarkId(agent.marks.value),
      perform: agent.perform,
      send: agent.send,
      onHover: setHovered,
      onCommentAt: (place) => latest.current.onCommentAt(place),
      onTargetReason: (reason, node) => setGrey(reason && { reason, node }),
      onSelect: setRequest,
      onFill: setRequest,
      onLeave: () => latest.current.onLeave(),
    });
    return () => {
      detachInput();
      detachPage();
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

  // Who decided is asked where the pointer rests, not for everything that it passes over.
  useLayoutEffect(() => {
    if (!grey || grey.node === NO_NODE) return;
    const timer = setTimeout(() => agent.why(grey.node), RESTING_MS);
    return () => clearTimeout(timer);
  }, [grey?.node, grey?.reason]);

  const write = session.control.at === 'granted';
  useLayoutEffect(() => {
    if (!write) setRequest(null);
  }, [write]);

  const writes = () =>
    latest.current.tool === 'control' && latest.current.session.control.at === 'granted';
  usePan(pane, writes);

  /** `at`: in the panel's pixels; by default the middle of the pane. */
  const resize = (next: Zoom, at?: { readonly clientX: number; readonly clientY: number }) => {
    const outer = pane.current!.getBoundingClientRect();
    const inner = stage.current!.getBoundingClientRect();
    const left = at?.clientX ?? outer.x + outer.width / 2;
    const top = at?.clientY ?? outer.y + outer.height / 2;
    anchor.current = {
      left,
      top,
      x: (left - inner.x) / scale.value,
      y: (top - inner.y) / scale.value,
    };
    setRequest(null);
    setZoom(next);
    rememberZoom(next);
  };
  const step = (direction: 1 | -1) => resize(zoomStep(scale.value, direction));
  useZoomKeys(writes(), (key) => {
    if (session.page) key === 'fit' ? resize('fit') : step(key === 'in' ? 1 : -1);
  });
  useLayoutEffect(() => {
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      event.stopPropagation();
      resize(zoomBy(scale.value, event.deltaY * (event.deltaMode === 0 ? 1 : 40)), event);
    };
    const element = pane.current!;
    element.addEventListener('wheel', onWheel, { capture: true, passive: false });
    return () => element.removeEventListener('wheel', onWheel, { capture: true });
  });

  const closeRequest = () => {
    setRequest(null);
    sink.current?.focus({ preventScroll: true });
  };
  const page = session.page ?? { width: 0, height: 0 };
  scale.value = fitScale(page, size, zoom);
  useLayoutEffect(() => {
    const held = anchor.current;
    if (!held) return;
    anchor.current = null;
    const inner = stage.current!.getBoundingClientRect();
    pane.current!.scrollBy({
      left: inner.x + held.x * scale.value - held.left,
      top: inner.y + held.y * scale.value - held.top,
      behavior: 'instant',
    });
  }, [scale.value]);
  const drawn = { width: page.width * scale.value, height: page.height * scale.value };
  return (
    <div class="view">
      <div
        class="pane"
        ref={pane}
        data-zoom={zoom === 'fit' ? 'fit' : 'chosen'}
        data-tool={tool}
        role="region"
        aria-label="View of the page. Arrow keys move it when it is larger than the panel."
        tabIndex={zoom === 'fit' ? -1 : 0}
        onScroll={() => request && closeRequest()}
      >
        <div
          class="stage"
          ref={stage}
          data-write={write}
          hidden={session.page === null}
          style={{ width: `${drawn.width}px`, height: `${drawn.height}px` }}
        >
          <div class="holder" ref={holder} style={{ transform: `scale(${scale.value})` }} />
          {model && (
            <MarksLayer
              pane={model}
              hovered={hovered}
              commentAt={props.commentAt}
              customerName={customerLabel(session.customer)}
            />
          )}
          <div class="surface" ref={surface} />
          {model && <SpotNote pane={model} />}
          <textarea
            class="sink"
            ref={sink}
            tabIndex={write && tool === 'control' ? 0 : -1}
            aria-label="Typing goes to the customer’s page. Press Escape twice to leave it."
            autocomplete="off"
            spellcheck={false}
          />
        </div>
      </div>
      {grey && session.page && (
        <p class="reason">
          <Icon name={grey.reason === 'locked' ? 'lock' : 'eyeOff'} size={14} />
          {reasonWords(grey.reason, agent.reasons.value.get(grey.node))}
        </p>
      )}
      {session.page && <ZoomBar zoom={zoom} scale={scale.value} onZoom={(next) => resize(next)} />}
      <PaneVeil session={session} />
      <NoticeLine />
      {request && surface.current && (
        <FieldPopup
          request={request}
          surface={surface.current}
          scale={scale.value}
          onClose={closeRequest}
        />
      )}
    </div>
  );
}
