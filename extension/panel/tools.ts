// The five tools: their names are public, their order is their key.
import type { Capability } from '../../protocol/sitePolicy.ts';
import type { IconName } from './Icon.tsx';

export type Tool = 'point' | 'highlight' | 'draw' | 'comment' | 'control';

export type Off = { readonly [T in Tool]?: string };

/** What cannot be used: control until it is granted, and whatever the site's policies deny on the page. */
export function toolsOff(controlGranted: boolean, denied: readonly Capability[]): Off {
  const forbidden = 'The site does not allow this here';
  const isControlDenied = (['click', 'fill', 'navigate'] as const).every((one) =>
    denied.includes(one),
  );
  return {
    ...(denied.includes('draw') && { draw: forbidden }),
    ...(denied.includes('comment') && { comment: forbidden }),
    ...(!controlGranted && { control: 'Request control first' }),
    ...(isControlDenied && { control: forbidden }),
  };
}

export interface ToolInfo {
  readonly tool: Tool;
  readonly name: string;
  readonly icon: IconName;
  /** The key that chooses it: alone, or with Alt while typing into the customer's page. */
  readonly key: string;
}

export const tools: readonly ToolInfo[] = [
  { tool: 'point', name: 'Point', icon: 'pointer', key: '1' },
  { tool: 'highlight', name: 'Highlight', icon: 'outline', key: '2' },
  { tool: 'draw', name: 'Draw', icon: 'pencil', key: '3' },
  { tool: 'comment', name: 'Comment', icon: 'message', key: '4' },
  { tool: 'control', name: 'Control', icon: 'click', key: '5' },
];

/** The tool that a key press chooses, or null. Text being typed is never taken for one. */
export function toolForKey(press: {
  readonly code: string;
  readonly altKey: boolean;
  readonly otherModifier: boolean;
  readonly typing: boolean;
}): Tool | null {
  if (press.otherModifier || (press.typing && !press.altKey)) return null;
  return (
    tools.find(({ key }) => press.code === `Digit${key}` || press.code === `Numpad${key}`)?.tool ??
    null
  );
}

/** The tool beside `tool` for an arrow key, round the ends; `usable` leaves out what cannot be chosen now. */
export function neighbour(tool: Tool, step: 1 | -1, usable: (tool: Tool) => boolean): Tool {
  const names = tools.map((info) => info.tool).filter(usable);
  return names[(names.indexOf(tool) + step + names.length) % names.length] ?? tool;
}
