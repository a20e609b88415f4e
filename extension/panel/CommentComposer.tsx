// Writes a comment for the place that was pressed. Enter pins it, Escape drops it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../protocol/limits.ts';

interface Props {
  readonly onPin: (text: string) => void;
  readonly onCancel: () => void;
}

export function CommentComposer({ onPin, onCancel }: Props) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  const pin = () => text.trim() !== '' && onPin(text.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    pin();
  };
  return (
    <form
      class="composer"
      aria-label="New comment"
      onSubmit={(event) => {
        event.preventDefault();
        pin();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        aria-label="Comment text"
        placeholder="The customer reads this on their page"
        maxLength={limits.commentLength}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="row">
        <button class="primary" type="submit" aria-disabled={text.trim() === ''}>
          Pin comment
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
