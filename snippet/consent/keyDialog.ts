// Asks for the security key. A problem is said under the field, which keeps the focus and what was typed.
import { parseSecurityKey } from '../../protocol/securityKey.ts';
import { element } from '../overlay/element.ts';
import type { Host } from '../overlay/createHost.ts';
import { groupDigits } from './groupDigits.ts';
import { keyProblemSentence } from './keyProblem.ts';
import type { KeyProblem } from './keyProblem.ts';
import type { Answer, Asked, Asking } from './openAsking.ts';
import { openPrompt } from './openPrompt.ts';

const hint = 'The agent gives you nine digits.';
const unreachable = 'Sharing cannot be reached right now. Trying again…';

export function openKeyDialog(host: Host, answer: (answer: Answer) => void): Asked {
  const cancelled = () => answer({ is: 'dialogClosed' });
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
  const about = element('p', { id: 'about' }, hint);
  host.on(field, 'input', () => {
    const { text, caret } = groupDigits({
      text: field.value,
      caret: field.selectionEnd ?? field.value.length,
    });
    field.value = text;
    field.setSelectionRange(caret, caret);
  });
  host.on(cancel, 'click', cancelled);
  host.on(form, 'submit', (event) => {
    event.preventDefault();
    if (proceed.ariaDisabled === 'true') return;
    const key = parseSecurityKey(field.value);
    if (key) answer({ is: 'keyEntered', key });
    else answer({ is: 'keyRefused', problem: { is: 'incomplete' } });
  });
  const prompt = openPrompt(host, 'Enter your security key', [about, form], cancelled);
  field.focus();
  return {
    ...prompt,
    show(asking) {
      if (asking.for !== 'key') return;
      const { now } = asking;
      const isBusy = now.is === 'connecting' || now.is === 'unreachable';
      const wrong = isKeyProblem(now) ? keyProblemSentence(now) : '';
      about.textContent =
        now.is === 'connecting' ? 'Connecting…' : now.is === 'unreachable' ? unreachable : hint;
      problem.textContent = wrong;
      field.ariaInvalid = String(wrong !== '');
      field.readOnly = isBusy;
      proceed.ariaDisabled = String(isBusy);
      if (wrong) field.focus();
    },
  };
}

const isKeyProblem = (now: Extract<Asking, { readonly for: 'key' }>['now']): now is KeyProblem =>
  !/^(calm|connecting|unreachable)$/.test(now.is);
