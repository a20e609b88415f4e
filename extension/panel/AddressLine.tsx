// Where the customer is. In write mode it is also the way to go somewhere else on the same site.
import { useState } from 'preact/hooks';
import type { Session } from '../session/agentState.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { shortAddress } from './words/shortAddress.ts';

interface Props {
  readonly session: Session;
}

type Step = 'back' | 'forward' | 'reload';
const steps: readonly { to: Step; name: string; icon: IconName }[] = [
  { to: 'back', name: 'Back', icon: 'arrowLeft' },
  { to: 'forward', name: 'Forward', icon: 'arrowRight' },
  { to: 'reload', name: 'Reload', icon: 'reload' },
];

export function AddressLine({ session }: Props) {
  const { agent } = usePanel();
  const { page, control } = session;
  const write = control.at === 'granted' && page !== null;
  return (
    <div class="address">
      {write &&
        steps.map(({ to, name, icon }) => (
          <button
            key={to}
            class="quiet icon-only"
            type="button"
            title={name}
            aria-label={name}
            onClick={() => agent.perform({ type: 'navigate', to, address: '' })}
          >
            <Icon name={icon} size={14} />
          </button>
        ))}
      {write ? (
        <AddressField key={page.address} address={page.address} />
      ) : (
        <span class="place" title={page ? `${page.title} (${page.address})` : undefined}>
          {page ? shortAddress(page.address) : 'No page shown'}
        </span>
      )}
      {page && (
        <span class="size figures" title="The customer’s window, in CSS pixels">
          {page.width}×{page.height}
        </span>
      )}
    </div>
  );
}

function AddressField({ address }: { readonly address: string }) {
  const { agent } = usePanel();
  const shown = withoutScheme(address);
  const [typed, setTyped] = useState(shown);
  const go = (event: Event) => {
    event.preventDefault();
    const to = resolve(typed, address);
    if (to) agent.perform({ type: 'navigate', to: 'address', address: to });
  };
  return (
    <form class="go" onSubmit={go}>
      <input
        type="text"
        inputMode="url"
        aria-label="Address"
        spellcheck={false}
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(shown);
        }}
      />
    </form>
  );
}

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '');

/** What was typed, as an address: a bare host or path is taken to be on the customer's site. */
function resolve(typed: string, base: string): string | null {
  const text = typed.trim();
  if (text === '' || !URL.canParse(base)) return null;
  const { host, protocol } = new URL(base);
  const full = text.startsWith(`${host}/`) || text === host ? `${protocol}//${text}` : text;
  return URL.canParse(full, base) ? new URL(full, base).href : null;
}
