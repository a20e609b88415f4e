// The session's view: where the customer is, their page, the tools over it and what may be done with it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../protocol/place.ts';
import type { Agent, Session } from '../session/agentState.ts';
import { nextMarkId } from '../session/marks.ts';
import { AddressLine } from './AddressLine.tsx';
import { usePanel } from './AgentContext.ts';
import { CommentComposer } from './CommentComposer.tsx';
import { CommentList } from './CommentList.tsx';
import { ControlBar } from './ControlBar.tsx';
import { Icon } from './Icon.tsx';
import { InkPicker } from './InkPicker.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Toolbar } from './Toolbar.tsx';
import { toolsOff } from './tools.ts';
import type { Tool } from './tools.ts';
import { useToolKeys } from './useToolKeys.ts';
import { ViewerPane } from './ViewerPane.tsx';

export function SessionView({
  agent: who,
  session,
}: {
  readonly agent: Agent;
  readonly session: Session;
}) {
  const { agent } = usePanel();
  const [tool, setTool] = useState<Tool>('point');
  const [colour, setColour] = useState(0);
  const deck = useRef<HTMLDivElement>(null);
  const [commentAt, setCommentAt] = useState<Place | null>(null);
  const controlGranted = session.control.at === 'granted';
  const { strokes, comments } = agent.marks.value;

  // A grant is asked for to be used, and a revoked tool must not look chosen.
  useLayoutEffect(() => {
    setTool((now) => (controlGranted ? 'control' : now === 'control' ? 'point' : now));
  }, [controlGranted]);

  const off = toolsOff(controlGranted, session.pageRules.denied);
  const isOff = off[tool] !== undefined;
  useLayoutEffect(() => {
    if (!isOff) return;
    setTool('point');
    setCommentAt(null);
  }, [isOff]);

  const choose = (next: Tool) => {
    if (off[next] !== undefined) return;
    setTool(next);
    if (next !== 'comment') setCommentAt(null);
  };
  useToolKeys(tool, choose);

  const pin = (text: string) => {
    if (commentAt)
      agent.send({ kind: 'comment', id: nextMarkId(agent.marks.value), at: commentAt, text });
    setCommentAt(null);
  };
  return (
    <main class="session">
      <header>
        <StatusLine session={session} />
        <AddressLine session={session} />
      </header>
      <ViewerPane
        session={session}
        relay={who.relay}
        tool={tool}
        colour={colour}
        commentAt={commentAt}
        onCommentAt={setCommentAt}
        onLeave={() => deck.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus()}
      />
      {commentAt && <CommentComposer onPin={pin} onCancel={() => setCommentAt(null)} />}
      <CommentList comments={comments} />
      <div class="deck" ref={deck}>
        <Toolbar tool={tool} off={off} onTool={choose} />
        {(tool === 'draw' || strokes.length > 0) && (
          <div class="drawing">
            {tool === 'draw' && <InkPicker colour={colour} onColour={setColour} />}
            {strokes.length > 0 && (
              <button
                class="quiet"
                type="button"
                onClick={() => agent.send({ kind: 'annotationsCleared' })}
              >
                <Icon name="eraser" />
                Clear drawings
              </button>
            )}
          </div>
        )}
        <ControlBar session={session} />
      </div>
    </main>
  );
}
