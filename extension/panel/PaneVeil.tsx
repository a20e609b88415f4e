// What stands in place of the page, or over it, while it cannot be trusted to be what the customer sees.
import type { Session } from '../session/agentState.ts';
import { nameOf } from '../session/reduce.ts';
import { statusOf } from '../session/statusOf.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { StartButton } from './StartButton.tsx';
import { theCustomer } from './words/customerWords.ts';

interface Veil {
  readonly icon: IconName;
  readonly text: string;
  /** `over` dims the last known page, `instead` covers it wholly. */
  readonly how: 'over' | 'instead';
}

export function PaneVeil({ session }: { readonly session: Session }) {
  const veil = veilOf(session);
  if (!veil) return null;
  return (
    <div class="veil" data-how={veil.how}>
      <p>
        <Icon name={veil.icon} size={20} />
        <span>{veil.text}</span>
      </p>
      {session.intent === 'end' && session.line !== 'open' && <StartButton />}
    </div>
  );
}

function veilOf(session: Session): Veil | null {
  const name = theCustomer(nameOf(session.customer));
  const how = session.page === null ? 'instead' : 'over';
  switch (statusOf(session)) {
    case 'ending':
      return session.line === 'open'
        ? { icon: 'loader', text: 'Ending the session…', how: 'instead' }
        : {
            icon: 'wifiOff',
            text: 'The relay cannot be reached. The session ends as soon as it answers, or by itself within two minutes.',
            how: 'instead',
          };
    case 'asking':
      return { icon: 'loader', text: `${name} is being asked to share the page.`, how: 'instead' };
    case 'paused':
      return {
        icon: 'pause',
        text: `${name} paused. You see nothing until they resume.`,
        how: 'instead',
      };
    case 'withheld':
      return {
        icon: 'eyeOff',
        text: `${session.pageRules.pause} The site does not share this page; it goes on with the next.`,
        how: 'instead',
      };
    case 'connectionLost':
      return {
        icon: 'wifiOff',
        text: 'Your connection is lost. This page may be out of date.',
        how,
      };
    case 'customerLost':
      return {
        icon: 'wifiOff',
        text: `${name} lost the connection. This page may be out of date.`,
        how,
      };
    case 'leaving':
      return { icon: 'loader', text: `${name} is going to another page.`, how };
    case 'connecting':
    case 'waiting':
      return { icon: 'loader', text: 'Fetching the page…', how };
    case 'tabHidden':
    case 'live':
      return null;
  }
}
