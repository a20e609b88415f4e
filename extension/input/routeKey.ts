// What becomes of a key press while the agent controls the page: a command, text, or left to the browser and the panel. Pure.

export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Part of an input method's composition. */
  readonly isComposing: boolean;
  /** AltGr is held: it writes characters, whatever else it looks like. */
  readonly altGraph: boolean;
}

export type KeyRoute = 'command' | 'text' | 'leave';

const named =
  /^(ContextMenu|Enter|Tab|Escape|Backspace|Delete|Home|End|PageUp|PageDown|ArrowLeft|ArrowRight|ArrowUp|ArrowDown)$/;
/** Editing shortcuts, which belong to the page. All others are the browser's or the panel's own. */
const shared =
  /^([abiuyz]|Enter|Backspace|Delete|Home|End|ArrowLeft|ArrowRight|ArrowUp|ArrowDown)$/i;

export function routeKey(press: Press): KeyRoute {
  const { key } = press;
  if (press.isComposing) return 'leave';
  if (press.altGraph && isCharacter(key)) return 'text';
  // Alt belongs to menus, to going back and to the panel's tools.
  if (press.altKey) return 'leave';
  if (press.ctrlKey || press.metaKey) return shared.test(key) ? 'command' : 'leave';
  // Space presses as well as it writes: only the page knows which.
  if (named.test(key) || key === ' ') return 'command';
  return isCharacter(key) ? 'text' : 'leave';
}

const isCharacter = (key: string): boolean => [...key].length === 1;
