// Keys 1 to 5 choose a tool from anywhere in the panel; with Alt even while typing into the customer's page.
import { useLayoutEffect } from 'preact/hooks';
import { toolForKey } from './tools.ts';
import type { Tool } from './tools.ts';

export function useToolKeys(now: Tool, onTool: (tool: Tool) => void): void {
  useLayoutEffect(() => {
    // The sink takes text only while the agent controls; for the other tools it merely holds the focus.
    const typing = `input, select, textarea${now === 'control' ? '' : ':not(.sink)'}`;
    const onKeyDown = (event: KeyboardEvent) => {
      const tool = toolForKey({
        code: event.code,
        altKey: event.altKey,
        otherModifier: event.ctrlKey || event.metaKey || event.shiftKey,
        typing: event.target instanceof Element && event.target.matches(typing),
      });
      if (tool === null) return;
      event.preventDefault();
      event.stopPropagation();
      onTool(tool);
    };
    // Captured: the layer that sends typing to the customer's page must not see the press as well.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  });
}
