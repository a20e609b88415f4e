// The two questions of consent. Both answers are equal in size, weight and reach.
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import { armButton, openPrompt } from './openPrompt.ts';
import type { Prompt } from './openPrompt.ts';

export interface Question {
  readonly title: string;
  readonly about: string;
}

export function viewQuestion(agentName: string, company: string): Question {
  const who = company ? `${agentName} from ${company}` : agentName;
  return {
    title: `Share this page with ${agentName}?`,
    about: `${who} will see this website only, not your screen. Passwords and card numbers stay hidden. Stop any time.`,
  };
}

export function controlQuestion(agentName: string): Question {
  return {
    title: `Let ${agentName} use this page?`,
    about: `${agentName} will be able to click, type and change pages on this website while you watch. What is hidden stays hidden. Stop any time.`,
  };
}

export function openConsentPrompt(
  host: Host,
  { title, about }: Question,
  answer: (allowed: boolean) => void,
): Prompt {
  const decline = element('button', { type: 'button' }, 'Decline');
  const allow = element('button', { type: 'button' }, 'Allow');
  const no = () => answer(false);
  const prompt = openPrompt(
    host,
    title,
    [element('p', { id: 'about' }, about), element('div', { class: 'choice' }, decline, allow)],
    no,
  );
  host.on(decline, 'click', no);
  armButton(host, prompt.dialog, allow, () => answer(true));
  return prompt;
}
