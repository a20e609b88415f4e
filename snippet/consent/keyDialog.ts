// Asks for the security key. A problem is said under the field, which keeps the focus and what was typed.
import { parseSecurityKey } from '../../protocol/securityKey.ts';
import type { SecurityKey } from '../../protocol/ids.ts';
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import { groupDigits } from './groupDigits.ts';
import { openPrompt } from './openPrompt.ts';
import type { Prompt } from './openPrompt.ts';

export const keyHint = 'The agent gives you nine digits.';

export interface KeyDialogView {
  readonly says: string;
  readonly tone: 'calm' | 'busy' | 'problem';
}

export interface KeyDialog extends Prompt {
  show(view: KeyDialogView): void;
}

export interface KeyDialogAnswers {
  onKey(key: SecurityKey): void;
  onIncomplete(): void;
  onClose(): void;
}

export function openKeyDialog(host: Host, answers: KeyDialogAnswers): KeyDialog {
  const field = element('input', {
    id: 'key',
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'problem',
    placeholder: '000 000 000',
  });
  const problem = element('p', { id: 'problem', class: 'problem', role: 'alert' });
  const cancel = element('button', { type: 'button' }, 'Cancel');
  const proceed = element('button', { type: 'submit' }, 'Continue');
  const form = element(
    'form',
    { novalidate: '' },
    element('label', { for: 'key' }, 'Security key'),
    field,
    problem,
    element('div', { class: 'choice' }, cancel, proceed),
  );
  const about = element('p', { id: 'about' }, keyHint);
  host.on(field, 'input', () => {
    const { text, caret } = groupDigits({
      text: field.value,
      caret: field.selectionEnd ?? field.value.length,
    });
    field.value = text;
    field.setSelectionRange(caret, caret);
  });
  host.on(cancel, 'click', answers.onClose);
  host.on(form, 'submit', (event) => {
    event.preventDefault();
    if (proceed.ariaDisabled === 'true') return;
    const key = parseSecurityKey(field.value);
    if (key) answers.onKey(key);
    else answers.onIncomplete();
  });
  const prompt = openPrompt(host, 'Enter your security key', [about, form], answers.onClose);
  field.focus();
  return {
    ...prompt,
    show({ says, tone }) {
      about.textContent = tone === 'problem' ? keyHint : says;
      problem.textContent = tone === 'problem' ? says : '';
      field.ariaInvalid = String(tone === 'problem');
      field.readOnly = tone === 'busy';
      proceed.ariaDisabled = String(tone === 'busy');
      if (tone === 'problem') field.focus();
    },
  };
}
