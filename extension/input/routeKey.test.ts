// Which key presses go to the customer's page, and as what.
import { describe, expect, test } from 'vitest';
import { routeKey } from './routeKey.ts';

const press = (key: string, held: Partial<Parameters<typeof routeKey>[0]> = {}) =>
  routeKey({
    key,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    altGraph: false,
    ...held,
  });

describe('a key press in write mode', () => {
  test.each(['Enter', 'Tab', 'Escape', 'Backspace', 'Delete', 'ArrowUp', 'PageDown', 'Home', ' '])(
    '[INPUT-3] %j is a command',
    (key) => expect(press(key)).toBe('command'),
  );

  test.each(['a', 'Ä', '5', '€', '😀'])('[INPUT-3] %s is text', (key) =>
    expect(press(key)).toBe('text'),
  );

  test.each(['a', 'z', 'ArrowLeft', 'Backspace', 'Home'])(
    '[INPUT-3] Control+%s belongs to the page',
    (key) => {
      expect(press(key, { ctrlKey: true })).toBe('command');
      expect(press(key, { metaKey: true })).toBe('command');
    },
  );

  test.each(['r', 't', 'w', 'l', 'n', 'f', 'p', 'c', 'v', 'x', '1', 'Tab'])(
    '[INPUT-3] Control+%s stays with the browser',
    (key) => {
      expect(press(key, { ctrlKey: true })).toBe('leave');
      expect(press(key, { metaKey: true })).toBe('leave');
    },
  );

  test.each(['F1', 'F5', 'F12', 'Shift', 'Control', 'CapsLock', 'Dead', 'Process', 'Unidentified'])(
    '[INPUT-3] %s stays with the browser',
    (key) => expect(press(key)).toBe('leave'),
  );

  test('Alt stays with the browser and the panel, AltGr writes', () => {
    expect(press('1', { altKey: true })).toBe('leave');
    expect(press('ArrowLeft', { altKey: true })).toBe('leave');
    expect(press('@', { altKey: true, ctrlKey: true, altGraph: true })).toBe('text');
  });

  test('a composition is the input method’s until it ends', () => {
    expect(press('a', { isComposing: true })).toBe('leave');
    expect(press('Enter', { isComposing: true })).toBe('leave');
  });
});
