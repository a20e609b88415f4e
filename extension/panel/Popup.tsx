// A small surface beside a field of the customer's page, kept within the panel. Escape or a press outside closes it.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeBeside } from './placeBeside.ts';
import type { Box } from './placeBeside.ts';

interface Props {
  /** In CSS pixels of the panel. */
  readonly beside: Box;
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Popup({ beside, name, onClose, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = popup.current!;
    const { offsetWidth: width, offsetHeight: height } = element;
    const { left, top } = placeBeside(
      beside,
      { width, height },
      { width: innerWidth, height: innerHeight },
    );
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.querySelector<HTMLElement>('select, input')?.focus();

    const onPress = (event: Event) => {
      if (!element.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, [beside]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div class="popup" role="dialog" aria-label={name} ref={popup} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
