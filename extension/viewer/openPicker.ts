// What the customer's browser draws for a field beside the page, and no mirror has: an open list, calendar, clock or colour chooser.
import { boxOf } from './geometry.ts';
import type { Box } from './geometry.ts';

export interface OpenPicker {
  readonly kind: 'list' | 'date' | 'time' | 'color';
  /** Of a list; 0 of anything else. */
  readonly choices: number;
  /** The field's, in CSS pixels of the frame's viewport, unscaled. */
  readonly box: Box;
}

const kinds: Readonly<Record<string, OpenPicker['kind']>> = {
  date: 'date',
  month: 'date',
  week: 'date',
  'datetime-local': 'date',
  time: 'time',
  color: 'color',
};

export function openPickerOf(node: Node | undefined): OpenPicker | null {
  const field = node as HTMLSelectElement | HTMLInputElement | undefined;
  const box = field?.isConnected && boxOf(field);
  if (!box) return null;
  const choices = field.localName === 'select' ? (field as HTMLSelectElement).length : 0;
  return { kind: kinds[field.type] ?? 'list', choices, box };
}
