// What the customer's browser shows for a field, in words.
import type { OpenPicker } from '../../viewer/openPicker.ts';

export function pickerWords({ kind, choices }: Pick<OpenPicker, 'kind' | 'choices'>): string {
  switch (kind) {
    case 'list':
      return choices > 0 ? `List open, ${choices} choices` : 'List open';
    case 'date':
      return 'Calendar open';
    case 'time':
      return 'Clock open';
    case 'color':
      return 'Colour chooser open';
  }
}
