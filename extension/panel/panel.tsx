// The panel's entry: joins the session to the browser, and shows it. The same page serves the side panel and the full tab.
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { createChannel } from '../../channel/channel.ts';
import { createAgentSession } from '../session/createAgentSession.ts';
import { relayApi } from '../session/relayApi.ts';
import { sessionStore } from '../session/sessionStore.ts';
import { readManagedPolicy, watchManagedPolicy } from '../settings/managedPolicy.ts';
import { readRelay, readSettings, watchSettings, writeSettings } from '../settings/settings.ts';
import { AgentContext } from './AgentContext.ts';
import { App } from './App.tsx';

const where = location.hash === '#tab' ? 'tab' : 'panel';

const agent = createAgentSession({
  where,
  api: relayApi,
  store: sessionStore,
  settings: { read: readSettings, write: writeSettings },
  managed: { read: readManagedPolicy, watch: watchManagedPolicy },
  openChannel: createChannel,
  nowMs: Date.now,
});

document.documentElement.dataset['where'] = where;
watchSettings(() => void agent.settingsChanged());
render(
  <AgentContext.Provider
    value={{
      where,
      agent,
      readRelay,
      signIn: agent.signIn,
      openInTab: () => void browser.tabs.create({ url: `${location.pathname}#tab` }),
      openSettings: () => void browser.runtime.openOptionsPage(),
    }}
  >
    <App />
  </AgentContext.Provider>,
  document.getElementById('app')!,
);
void agent.begin();
