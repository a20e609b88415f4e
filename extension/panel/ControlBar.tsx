// Asking for control and what of it, giving it back, and ending: the presses that change what the customer has granted.
import { useState } from 'preact/hooks';
import { controlKinds } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
import type { Session } from '../session/agentState.ts';
import { statusOf } from '../session/statusOf.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';
import { KindPicker } from './KindPicker.tsx';
import { kindWords } from './words/kindWords.ts';

export function ControlBar({ session }: { readonly session: Session }) {
  const { agent } = usePanel();
  const [picks, setPicks] = useState(false);
  const [wanted, setWanted] = useState<readonly ControlKind[]>(controlKinds);
  const { control, asked } = session;
  const granted = control.at === 'granted' ? control.kinds : [];
  const { denied } = session.pageRules;
  const open = controlKinds.filter((kind) => !granted.includes(kind) && !denied.includes(kind));
  const asking = open.filter((kind) => wanted.includes(kind));
  const status = statusOf(session);
  const off = status !== 'live' && status !== 'tabHidden';
  const ask = () => {
    setPicks(false);
    agent.requestControl(asking.length > 0 ? asking : open);
  };
  const canAsk = asked === null && open.length > 0;
  return (
    <>
      {control.at === 'granted' && <Granted session={session} />}
      {picks && canAsk && (
        <KindPicker
          kinds={open}
          chosen={wanted}
          onChoose={setWanted}
          onClose={() => setPicks(false)}
        />
      )}
      <div class="actions">
        {asked !== null && (
          <button type="button" onClick={() => agent.giveBackControl()}>
            <Icon name="loader" />
            Cancel request
          </button>
        )}
        {canAsk && (
          <div class="ask">
            <button
              type="button"
              aria-disabled={off}
              title={
                off
                  ? 'Possible while the page is shared'
                  : 'The customer is asked, and can stop you at any moment'
              }
              onClick={() => off || ask()}
            >
              <Icon name="hand" />
              {control.at === 'granted' ? 'Ask for more' : 'Request control'}
            </button>
            <button
              class="icon-only"
              type="button"
              aria-label="What to ask for"
              title="What to ask for"
              aria-expanded={picks}
              onClick={() => setPicks(!picks)}
            >
              <Icon name="chevron" size={14} />
            </button>
          </div>
        )}
        {control.at === 'granted' && asked === null && (
          <button class="give-back" type="button" onClick={() => agent.giveBackControl()}>
            <Icon name="undo" />
            Give back control
          </button>
        )}
        <button class="end" type="button" onClick={() => agent.end()}>
          <Icon name="stop" />
          End session
        </button>
      </div>
    </>
  );
}

/** What the customer has granted, while it is not simply everything. */
function Granted({ session }: { readonly session: Session }) {
  const { control } = session;
  if (control.at !== 'granted') return null;
  const { kinds, once } = control;
  if (kinds.length === controlKinds.length && once.length === 0) return null;
  return (
    <ul class="granted" aria-label="What the customer allows">
      {controlKinds.map((kind) => {
        const has = kinds.includes(kind);
        return (
          <li key={kind} data-has={has}>
            <Icon name={has ? 'check' : 'close'} size={12} />
            <span>
              {has ? '' : <span class="unseen-word">Not allowed: </span>}
              {kindWords[kind]}
              {once.includes(kind) && ' (once)'}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
