// The two questions of consent. Both answers are equal in size, weight and reach.
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import type { Answer, Asking } from './openAsking.ts';
import { armButton, openPrompt } from './openPrompt.ts';
import type { Prompt } from './openPrompt.ts';

type Question = Exclude<Asking, { readonly for: 'key' }>;

export function openConsentPrompt(
  host: Host,
  question: Question,
  answer: (answer: Answer) => void,
): Prompt {
  const { title, about } =
    question.for === 'view' ? viewWords(question) : controlWords(question.agentName);
  const is = question.for === 'view' ? 'viewAnswered' : 'controlAnswered';
  const decline = element('button', { type: 'button' }, 'Decline');
  const allow = element('button', { type: 'button' }, 'Allow');
  const no = () => answer({ is, allowed: false });
  const prompt = openPrompt(
    host,
    title,
    [element('p', { id: 'about' }, about), element('div', { class: 'choice' }, decline, allow)],
    no,
  );
  host.on(decline, 'click', no);
  armButton(host, prompt.dialog, allow, () => answer({ is, allowed: true }));
  return prompt;
}

function viewWords({ agentName, company }: Extract<Question, { readonly for: 'view' }>) {
  const who = company ? `${agentName} from ${company}` : agentName;
  return {
    title: `Share this page with ${agentName}?`,
    about: `${who} will see this website only, not your screen. Passwords and card numbers stay hidden. Stop any time; Escape pressed twice pauses.`,
  };
}

const controlWords = (agentName: string) => ({
  title: `Let ${agentName} use this page?`,
  about: `${agentName} will be able to click, type and change pages on this website while you watch. What is hidden stays hidden. Stop any time.`,
});
