// Which kinds of control an action takes, from what it would act on: ticking a box fills in a field as well as it presses, a link that
// leads to another page goes there.
import type { Action } from '../../protocol/command.ts';
import { isEditable, isField, isInput } from './fields.ts';
import type { Needs } from './guard.ts';
import { activatedBy } from './reach.ts';
import type { Reached } from './reach.ts';
import { ancestorsOf } from './tree.ts';

const either = ['click', 'fill'] as const;

/** Moves the focus or the caret, and does nothing else by itself. */
export const isMoving = (key: string): boolean => /^(Tab|Escape|Home|End|Page|Arrow)/.test(key);

export function needsOf(element: Element, action: Action, reached: readonly Reached[]): Needs {
  switch (action.type) {
    case 'hover':
    case 'scroll':
      return [];
    case 'navigate':
      return [['navigate']];
    case 'click':
    case 'drag':
      return needsOfPress(element);
    case 'key':
      if (reached.some(([, use]) => use === 'press')) return needsOfPress(element, false);
      if (isMoving(action.key)) return [either];
      return [[reached.some(([, use]) => use === 'edit') ? 'fill' : 'click']];
    default:
      return [['fill']];
  }
}

function needsOfPress(element: Element, fills = true): Needs {
  const activated = activatedBy(element) ?? element;
  const target = (activated as HTMLLabelElement).control ?? activated;
  if (fills && isFilledIn(target)) return [either];
  return leadsAway(element) ? [['click'], ['navigate']] : [['click']];
}

/** A field that holds a value, not one that is a button. */
const isFilledIn = (element: Element): boolean =>
  isEditable(element) ||
  (isField(element) && !(isInput(element) && /^(button|image|reset|submit)$/.test(element.type)));

/** A link to another document than the one that it stands in. */
function leadsAway(element: Element): boolean {
  const link = ancestorsOf(element).find((each) => each.matches('a[href],area[href]'));
  if (!link) return false;
  const { href } = link as HTMLAnchorElement;
  const bare = (address: string) => address.replace(/#.*/s, '');
  return /^https?:/.test(href) && bare(href) !== bare(link.ownerDocument.URL);
}
