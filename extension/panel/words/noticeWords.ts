// The one sentence of a notice.
import type { Notice } from '../../session/notice.ts';
import { refusalWords } from './refusalWords.ts';

export function noticeWords(notice: Notice): string {
  switch (notice.type) {
    case 'controlGranted':
      return 'You can use the customer’s page now. They can stop you at any moment.';
    case 'controlDeclined':
      return 'The customer keeps control. Guide them with the pointer instead.';
    case 'controlRevoked':
      return {
        customer: 'The customer took control back.',
        paused: 'The customer paused, so control is back with them.',
        failed: 'Control ended: something failed on the customer’s page.',
        agent: 'You gave control back.',
      }[notice.reason];
    case 'refused':
      return refusalWords[notice.refusal];
    case 'unreadable':
      return 'Something unreadable arrived; the page was asked for afresh.';
  }
}
