// The one sentence of a notice.
import type { Notice } from '../../session/notice.ts';
import { controlKinds } from '../../../protocol/command.ts';
import type { ControlKind } from '../../../protocol/command.ts';
import { kindVerbs } from './kindWords.ts';
import { refusalWords } from './refusalWords.ts';

export function noticeWords(notice: Notice): string {
  switch (notice.type) {
    case 'controlGranted':
      return grantedWords(notice.kinds, notice.once);
    case 'controlDeclined':
      return notice.reason === 'policy'
        ? 'The site does not allow this. Guide the customer with the pointer instead.'
        : 'The customer keeps control. Guide them with the pointer instead.';
    case 'controlRevoked':
      return {
        customer: 'The customer took control back.',
        paused: 'The customer paused, so control is back with them.',
        failed: 'Control ended: something failed on the customer’s page.',
        agent: 'You gave control back.',
        used: 'Done, and that was what the customer allowed once.',
      }[notice.reason];
    case 'refused':
      return refusalWords[notice.refusal];
    case 'doneOnce':
      return 'What you did before the line broke was done, once.';
    case 'notSent':
      return 'The customer’s page is not back yet, so this was not sent. Try again in a moment.';
    case 'unreadable':
      return 'Something unreadable arrived; the page was asked for afresh.';
  }
}

function grantedWords(kinds: readonly ControlKind[], once: readonly ControlKind[]): string {
  const what =
    kinds.length === controlKinds.length
      ? 'use the customer’s page'
      : `${kinds.map((kind) => kindVerbs[kind]).join(' and ')} on the customer’s page`;
  return once.length > 0
    ? `You can ${what} now, once.`
    : `You can ${what} now. They can stop you at any moment.`;
}
