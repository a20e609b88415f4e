// The options page: the same sign-in as in the panel, and signing out.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SignInCard } from '../panel/SignInCard.tsx';
import { relayApi } from '../session/relayApi.ts';
import {
  forgetToken,
  readRelay,
  readSettings,
  watchSettings,
  writeSettings,
} from '../settings/settings.ts';
import type { Settings } from '../settings/settings.ts';

async function signIn(settings: Settings) {
  const result = await relayApi.checkAgent(settings);
  if (!result.ok) return result.problem;
  await writeSettings(settings);
  return null;
}

function Options() {
  const [settings, setSettings] = useState<Settings | null | 'reading'>('reading');
  useEffect(() => {
    const read = () => void readSettings().then(setSettings);
    read();
    return watchSettings(read);
  }, []);
  if (settings === 'reading') return null;
  return (
    <main class="desk">
      <div class="middle">
        {settings ? (
          <section class="card" aria-labelledby="signed-in-title">
            <h1 id="signed-in-title">Signed in</h1>
            <p class="soft">
              Relay: <strong>{settings.relay}</strong>
            </p>
            <p class="soft">A session that is running goes on until it is ended.</p>
            <button class="wide" type="button" onClick={() => void forgetToken()}>
              Sign out
            </button>
          </section>
        ) : (
          <SignInCard problem={null} readRelay={readRelay} signIn={signIn} />
        )}
      </div>
    </main>
  );
}

render(<Options />, document.getElementById('app')!);
