// What counts as a press that commits, by role, method and words.
import { describe, expect, test } from 'vitest';
import { isCommit } from './isCommit.ts';

const press = (label: string, more: Partial<Parameters<typeof isCommit>[0]> = {}) =>
  isCommit({ role: 'button', label, submits: false, method: '', ...more });

describe('[CONSENT-10] a press that commits', () => {
  test.each([
    'Pay £49',
    'Buy now',
    'Place order',
    'Order with obligation to pay',
    'Delete account',
    'Remove',
    'Send message',
    'Confirm',
    'Cancel subscription',
    'Jetzt kaufen',
    'Zahlungspflichtig bestellen',
    'Löschen',
    'Absenden',
    'Payer',
    'Envoyer',
    'Supprimer',
    'Pagar ahora',
    'Eliminar',
    'Acquista',
    'Conferma ordine',
    'Bevestigen',
    'Usuń konto',
    'Zapłać',
    'Köp nu',
    'Betal nå',
    '支払う',
    '立即购买',
    '결제하기',
    'Оплатить',
    'شراء الآن',
  ])('%s', (label) => expect(press(label)).toBe(true));

  test.each([
    'Show more',
    'Next',
    'Details',
    'Menu',
    'My orders',
    'Bookmarks',
    'Sign in',
    'Zurück',
    'Fermer',
    'Cerrar',
    '次へ',
    '',
  ])('not %j', (label) => expect(press(label)).toBe(false));

  test('a link and a menu item by their words, a box that is ticked never', () => {
    expect(press('Delete', { role: 'link' })).toBe(true);
    expect(press('Delete', { role: 'menuitem' })).toBe(true);
    expect(press('I accept the terms', { role: 'checkbox' })).toBe(false);
  });

  test('what sends a form, whatever it is called; one that only asks, or closes a dialog, by its words', () => {
    expect(press('Go', { submits: true, method: 'post' })).toBe(true);
    expect(press('', { role: '', submits: true, method: 'submit' })).toBe(true);
    expect(press('Search', { submits: true, method: 'get' })).toBe(false);
    expect(press('Close', { submits: true, method: 'dialog' })).toBe(false);
    expect(press('Delete', { submits: true, method: 'dialog' })).toBe(true);
  });
});
