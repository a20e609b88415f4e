// Moves within the page's own origin, and never out of it: an address is checked, and so is what lies in the history.
import type { Action, Refusal } from '../../protocol/command.ts';
import { isSameOrigin } from './destination.ts';

export function performNavigate(
  { to, address }: Extract<Action, { type: 'navigate' }>,
  window: Window & typeof globalThis,
): Refusal | null {
  const { location, history } = window;
  if (to === 'reload') {
    location.reload();
    return null;
  }
  if (to === 'address') {
    if (!isSameOrigin(address, location.href, location.origin)) return 'otherOrigin';
    location.assign(new URL(address, location.href));
    return null;
  }
  // Its entries are those of this origin: the history alone does not tell what it leads to.
  const { navigation } = window;
  if (!navigation) return 'unsupported';
  if (!(to === 'back' ? navigation.canGoBack : navigation.canGoForward)) return 'otherOrigin';
  history[to]();
  return null;
}
