// Keys + and - change the size of the page, 0 fits it; with Alt even while typing into the customer's page.
import { useLayoutEffect } from 'preact/hooks';
import { zoomForKey } from './fitScale.ts';
import type { ZoomKey } from './fitScale.ts';

/** `writes`: the keyboard goes to the customer's page. */
export function useZoomKeys(writes: boolean, onKey: (key: ZoomKey) => void): void {
  useLayoutEffect(() => {
    const typing = `input, select, textarea${writes ? '' : ':not(.sink)'}`;
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = zoomForKey({
        code: event.code,
        key: event.key,
        altKey: event.altKey,
        otherModifier: event.ctrlKey || event.metaKey,
        typing: event.target instanceof Element && event.target.matches(typing),
      });
      if (pressed === null) return;
      event.preventDefault();
      event.stopPropagation();
      onKey(pressed);
    };
    // Captured: the layer that sends typing to the customer's page must not see the press as well.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  });
}
