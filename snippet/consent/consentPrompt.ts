// The questions of consent: to view, to each kind of control, and to one press that commits. The answers are equal in size, weight and reach.
import { controlKinds } from '../../protocol/command.ts';
import type { ControlKind } from '../../protocol/command.ts';
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
  switch (question.for) {
    case 'view': {
      const { agentName, company } = question;
      const who = company ? `${agentName} from ${company}` : agentName;
      const say = (allowed: boolean) => answer({ is: 'viewAnswered', allowed });
      return openQuestion(host, {
        title: `Share this page with ${agentName}?`,
        about: `${who} will see this website only, not your screen. Passwords and card numbers stay hidden. Stop any time; Escape pressed twice pauses.`,
        no: ['Decline', () => say(false)],
        yes: [['Allow', () => say(true)]],
      }).prompt;
    }
    case 'control':
      return openControlPrompt(host, question, answer);
    case 'confirm': {
      const { agentName, label } = question;
      const say = (allowed: boolean) => answer({ is: 'confirmAnswered', allowed });
      return openQuestion(host, {
        title: label
          ? `${agentName} wants to press "${label}"`
          : `${agentName} wants to send this form`,
        about: 'This may not be undone. It happens only if you say so.',
        no: ["Don't", () => say(false)],
        yes: [['Press it', () => say(true)]],
      }).prompt;
    }
  }
}

const kindWords: { readonly [K in ControlKind]: string } = {
  click: 'Press buttons and links',
  fill: 'Fill in fields',
  navigate: 'Go to other pages of this website',
};

function openControlPrompt(
  host: Host,
  { agentName, kinds }: Extract<Question, { readonly for: 'control' }>,
  answer: (answer: Answer) => void,
): Prompt {
  const boxes = controlKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => {
      const box = element('input', { type: 'checkbox', checked: '' });
      return { kind, box, row: element('label', { class: 'kind' }, box, kindWords[kind]) };
    });
  const say = (once: boolean) => () => {
    const ticked = boxes.filter(({ box }) => box.checked).map(({ kind }) => kind);
    answer({ is: 'controlAnswered', kinds: ticked, once });
  };
  const { prompt, buttons } = openQuestion(host, {
    title: `Let ${agentName} use this page?`,
    about: `${agentName} asks to do this while you watch. What is hidden stays hidden. Stop any time.`,
    among: boxes.map(({ row }) => row),
    no: ['Decline', () => answer({ is: 'controlAnswered', kinds: [], once: false })],
    yes: [
      ['Only once', say(true)],
      ['Allow', say(false)],
    ],
  });
  const look = host.guard(() => {
    const none = !boxes.some(({ box }) => box.checked);
    // With nothing ticked there is nothing to allow.
    for (const button of buttons) button.disabled = none;
  });
  for (const { box } of boxes) host.on(box, 'change', look);
  return prompt;
}

interface Words {
  readonly title: string;
  readonly about: string;
  readonly among?: readonly Node[];
  readonly no: readonly [label: string, press: () => void];
  readonly yes: readonly (readonly [label: string, press: () => void])[];
}

function openQuestion(
  host: Host,
  { title, about, among = [], no, yes }: Words,
): { readonly prompt: Prompt; readonly buttons: readonly HTMLButtonElement[] } {
  const decline = element('button', { type: 'button' }, no[0]);
  const buttons = yes.map(([label]) => element('button', { type: 'button' }, label));
  const prompt = openPrompt(
    host,
    title,
    [
      element('p', { id: 'about' }, about),
      ...among,
      element('div', { class: 'choice' }, decline, ...buttons),
    ],
    no[1],
  );
  host.on(decline, 'click', no[1]);
  buttons.forEach((button, index) => armButton(host, prompt.dialog, button, yes[index]![1]));
  return { prompt, buttons };
}
