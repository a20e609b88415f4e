// The comments pinned so far, numbered as on the page, each with its way out.
import type { Comment } from '../../protocol/interaction.ts';
import { usePanel } from './AgentContext.ts';
import { Icon } from './Icon.tsx';

export function CommentList({ comments }: { readonly comments: readonly Comment[] }) {
  const { agent } = usePanel();
  if (comments.length === 0) return null;
  return (
    <ol class="comments" aria-label="Comments">
      {comments.map((comment, i) => (
        <li key={comment.id}>
          <span class="pin" aria-hidden="true">
            {i + 1}
          </span>
          <span class="text">{comment.text}</span>
          <button
            class="quiet icon-only"
            type="button"
            title="Remove comment"
            aria-label={`Remove comment ${i + 1}`}
            onClick={() => agent.send({ kind: 'commentRemoved', id: comment.id })}
          >
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ol>
  );
}
