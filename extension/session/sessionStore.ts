// What a reloaded panel, or the same view in a tab, needs to go on with the session. Kept in memory by the browser
// (storage.session): gone when the browser closes, never on disk, out of reach of web pages.
import browser from 'webextension-polyfill';
import type { Command } from '../../protocol/command.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import type { NodeId, SessionId } from '../../protocol/ids.ts';
import type { Agent, KeyOffer, Where } from './agentState.ts';
import type { Comment } from '../../protocol/interaction.ts';

export interface StoredSession {
  readonly id: SessionId;
  readonly token: string;
  readonly agent: Agent;
  readonly key: KeyOffer;
  readonly sharedAtMs: number | null;
  readonly customerName: string;
  readonly grant: Grant | null;
  /** Commands without an outcome yet. */
  readonly open: readonly Command[];
  readonly where: Where;
  readonly highlight: NodeId;
  readonly comments: readonly Comment[];
}

export interface SessionStore {
  read(): Promise<StoredSession | null>;
  write(stored: StoredSession): Promise<void>;
  clear(): Promise<void>;
  /** Calls back when the stored session may have changed, here or in another view; returns the disposer. */
  watch(onChange: () => void): () => void;
}

const NAME = 'session';

export const sessionStore: SessionStore = {
  async read() {
    const found = await browser.storage.session.get(NAME);
    return (found[NAME] as StoredSession | undefined) ?? null;
  },
  write: (stored) => browser.storage.session.set({ [NAME]: stored }),
  clear: () => browser.storage.session.remove(NAME),
  watch(onChange) {
    const listener = (changes: Record<string, unknown>, area: string) => {
      if (area === 'session' && NAME in changes) onChange();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};
