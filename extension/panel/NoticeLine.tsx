// What the customer's side has just answered, in one sentence, read out as well; it goes by itself.
import { useLayoutEffect } from 'preact/hooks';
import { usePanel } from './AgentContext.ts';
import { AskForIt } from './AskForIt.tsx';
import { Icon } from './Icon.tsx';
import { noticeWords } from './words/noticeWords.ts';

const SHOWN_MS = 7000;

export function NoticeLine() {
  const { agent } = usePanel();
  const notice = agent.notice.value;
  useLayoutEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => agent.dismissNotice(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  // What was refused at a place is read there; here it is only read out.
  const elsewhere = notice?.type === 'refused' && notice.at !== null;
  return (
    <div class="notice" role="status" data-shown={notice !== null && !elsewhere}>
      {notice && <span>{noticeWords(notice)}</span>}
      {notice?.type === 'refused' && !elsewhere && <AskForIt notice={notice} />}
      {notice && !elsewhere && (
        <button
          class="quiet icon-only"
          type="button"
          aria-label="Dismiss"
          title="Dismiss"
          onClick={() => agent.dismissNotice()}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}
