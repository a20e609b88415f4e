// The five tools, one chosen: a radio group with a roving tab stop. What cannot be used stays off, with its reason.
import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { neighbour, tools } from './tools.ts';
import type { Off, Tool } from './tools.ts';

interface Props {
  readonly tool: Tool;
  /** Tools that cannot be used now, each with its reason. */
  readonly off: Off;
  readonly onTool: (tool: Tool) => void;
}

export function Toolbar({ tool, off, onTool }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const usable = (one: Tool) => off[one] === undefined;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key);
    if (step === 0) return;
    event.preventDefault();
    const next = neighbour(tool, step, usable);
    onTool(next);
    group.current?.querySelector<HTMLElement>(`[data-tool=${next}]`)?.focus();
  };
  return (
    <div class="tools" role="radiogroup" aria-label="Tools" ref={group} onKeyDown={onKeyDown}>
      {tools.map((info) => {
        const reason = off[info.tool];
        const hint = reason ?? `Key ${info.key}`;
        return (
          <button
            key={info.tool}
            type="button"
            role="radio"
            data-tool={info.tool}
            aria-checked={info.tool === tool}
            aria-disabled={reason !== undefined}
            aria-label={info.name}
            aria-description={hint}
            aria-keyshortcuts={`${info.key} Alt+${info.key}`}
            title={`${info.name}: ${hint.toLowerCase()}`}
            tabIndex={info.tool === tool ? 0 : -1}
            onClick={() => reason ?? onTool(info.tool)}
          >
            <Icon name={info.icon} size={18} />
            <span>{info.name}</span>
          </button>
        );
      })}
    </div>
  );
}

function stepOf(key: string): 1 | -1 | 0 {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
}
