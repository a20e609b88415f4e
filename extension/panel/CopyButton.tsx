// Copies a text and says whether it worked, in the button itself.
import { useLayoutEffect, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

type Copied = 'not yet' | 'copied' | 'failed';

const FEEDBACK_MS = 2000;
const words = { 'not yet': 'Copy', copied: 'Copied', failed: 'Copying is not allowed here' };

export function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<Copied>('not yet');
  useLayoutEffect(() => {
    if (copied === 'not yet') return;
    const timer = setTimeout(() => setCopied('not yet'), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    );
  return (
    <button type="button" onClick={copy}>
      <Icon name={copied === 'copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{words[copied]}</span>
    </button>
  );
}
