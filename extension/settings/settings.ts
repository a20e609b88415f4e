// What the agent's sign-in consists of. Every reader goes through this module, so that a support lead's policy can come first.
import browser from 'webextension-polyfill';

export interface Settings {
  /** The relay's origin, `https://relay.example`. */
  readonly relay: string;
  readonly token: string;
}

const names = ['relay', 'token'] as const;

export async function readSettings(): Promise<Settings | null> {
  const { relay, token } = await browser.storage.local.get([...names]);
  return typeof relay === 'string' && typeof token === 'string' ? { relay, token } : null;
}

/** The address alone outlives signing out: nobody should have to type it twice. */
export async function readRelay(): Promise<string> {
  const { relay } = await browser.storage.local.get('relay');
  return typeof relay === 'string' ? relay : '';
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ ...settings });
}

export async function forgetToken(): Promise<void> {
  await browser.storage.local.remove('token');
}

/** Calls back whenever the sign-in changes, in this document or another; returns the disposer. */
export function watchSettings(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && names.some((name) => name in changes)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
