// Hands the customer the receipt as a file that is made here: nothing is sent or fetched, and the page sees no event of it.
import type { ReceiptFacts } from './receipt.ts';
import { receiptHtml } from './receiptHtml.ts';
import type { Clock } from './receiptHtml.ts';

/** Until the browser has begun to save it. */
const keptMs = 60_000;

export function downloadReceipt(facts: ReceiptFacts): void {
  const text = receiptHtml(facts, clockHere());
  const address = URL.createObjectURL(new Blob([text], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `receipt-${new Date().toISOString().slice(0, 10)}.html`;
  // In no document: its click passes nobody.
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}

function clockHere(): Clock {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
  return {
    day: (atMs) => day.format(atMs),
    time: (atMs) => time.format(atMs),
    zone: day.resolvedOptions().timeZone,
  };
}
