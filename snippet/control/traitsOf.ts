// Reads from the page the traits by which pressing an element commits, or does not. Reads only.
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { isInput } from './fields.ts';
import type { Traits } from './isCommit.ts';
import { nameOf } from './nameOf.ts';

export function traitsOf(element: Element, policy: PrivacyPolicy): Traits {
  const isForm = element.localName === 'form';
  const button = element as HTMLButtonElement;
  const form = isForm ? (element as HTMLFormElement) : (button.form ?? null);
  const submits =
    isForm ||
    (form !== null &&
      /^(button|input)$/.test(element.localName) &&
      /^(submit|image)$/.test(button.type));
  const method =
    (submits && !isForm ? element.getAttribute('formmethod') : null) ??
    form?.getAttribute('method') ??
    '';
  return {
    role: roleOf(element),
    label: nameOf(element, policy),
    submits,
    method: submits ? method || 'submit' : '',
  };
}

function roleOf(element: Element): string {
  const said = element.getAttribute('role');
  if (said) return said.trim().toLowerCase();
  if (/^(button|summary)$/.test(element.localName)) return 'button';
  if (isInput(element))
    return /^(button|submit|image|reset)$/.test(element.type) ? 'button' : element.type;
  return /^(a|area)$/.test(element.localName) ? 'link' : '';
}
