// Signs the agent in: the relay's address and the token, both from the support lead. A wrong one keeps what was typed.
import { useEffect, useState } from 'preact/hooks';
import { parseRelayAddress } from '../settings/parseRelayAddress.ts';
import type { Settings } from '../settings/settings.ts';
import { Icon } from './Icon.tsx';
import { Mark } from './Mark.tsx';
import { problemWords } from './words/problemWords.ts';

type Problem = Parameters<typeof problemWords>[0];

interface Props {
  /** What stands in the way from before, such as a token that was revoked. */
  readonly problem: Problem | null;
  readonly readRelay: () => Promise<string>;
  readonly signIn: (settings: Settings) => Promise<Problem | null>;
}

const aboutToken = new Set<Problem>(['noToken', 'signInNeeded', 'agentRevoked']);

export function SignInCard({ problem: before, readRelay, signIn }: Props) {
  const [relay, setRelay] = useState('');
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<Problem | null>(before);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void readRelay().then((known) => setRelay((typed) => typed || known));
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const address = parseRelayAddress(relay);
    if (!address.ok) return setProblem(address.problem);
    if (token.trim() === '') return setProblem('noToken');
    setBusy(true);
    const refused = await signIn({ relay: address.relay, token: token.trim() });
    setBusy(false);
    setProblem(refused);
  };

  const atToken = problem !== null && aboutToken.has(problem);
  return (
    <form class="card" onSubmit={submit} noValidate>
      <Mark />
      <h1>Sign in</h1>
      <p class="soft">Your support lead gives you the address and the token.</p>
      <label class="field">
        <span>Relay address</span>
        <input
          type="url"
          value={relay}
          placeholder="https://relay.example"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={problem !== null && !atToken}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
          onInput={(event) => setRelay(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>Sign-in token</span>
        <input
          type="password"
          value={token}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={atToken}
          aria-describedby={problem ? 'sign-in-problem' : undefined}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
      <p class="problem" id="sign-in-problem" role="alert">
        {problem && problemWords(problem)}
      </p>
      <button class="primary wide" type="submit" aria-disabled={busy}>
        {busy ? <Icon name="loader" /> : null}
        {busy ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  );
}
