// What a command would press that the customer has to be asked about first. Any way to send a form counts as every way.
import type { Action } from '../../protocol/command.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { isCommit } from './isCommit.ts';
import type { Limits } from './limits.ts';
import { nameOf } from './nameOf.ts';
import { submittersOf } from './reach.ts';
import type { Reached } from './reach.ts';
import { traitsOf } from './traitsOf.ts';

/** The name of what it would press, or null where nobody has to be asked. */
export function toConfirm(
  action: Action,
  reached: readonly Reached[],
  limits: Limits,
  policy: PrivacyPolicy,
): string | null {
  const pressed = reached.flatMap(([element, use]) => (use === 'press' ? [element] : []));
  const forms = reached.flatMap(([element, use]) =>
    element.localName === 'form' && use !== 'edit' ? [element as HTMLFormElement] : [],
  );
  for (const element of pressed) {
    const { form, type } = element as HTMLButtonElement;
    if (form && /^(submit|image)$/.test(type) && !forms.includes(form)) forms.push(form);
  }
  const alike = forms.flatMap((form) => [form, ...submittersOf(form)]);
  if (
    ![...pressed, ...alike].some((element) =>
      limits.mustConfirm(element, action, () => isCommit(traitsOf(element, policy))),
    )
  )
    return null;
  // The button rather than the icon in it, or the label beside it.
  const names = [...pressed.toReversed(), ...alike].map((element) =>
    element.localName === 'form' ? '' : nameOf(element, policy),
  );
  return names.find(Boolean) ?? '';
}
