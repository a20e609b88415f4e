// Reads from the page what the guard has to know about an element. Reads only.
import type { Action } from '../../protocol/command.ts';
import { modifierBits } from '../../protocol/command.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import { destinationOf, formDestination } from './destination.ts';
import { isInput } from './fields.ts';
import type { Description } from './guard.ts';
import type { Reached } from './reach.ts';
import { ancestorsOf, focusedIn } from './tree.ts';

/** Rather too much than too little: it only ever keeps the agent from pressing what is masked. */
const interactive =
  'a[href],area,button,input,select,textarea,label,summary,option,iframe,[contenteditable],[tabindex],[onclick],[role]';

/** Behind a modal dialog, or marked so by the page. */
export function isInert(element: Element): boolean {
  const above = ancestorsOf(element, true);
  if (above.some((each) => (each as HTMLElement).inert)) return true;
  const { ownerDocument } = element;
  const focused = focusedIn(ownerDocument);
  // One in a shadow root is known by the focus in it: looking into every root would cost too much for each command.
  const modals = [
    ...ownerDocument.querySelectorAll(':modal'),
    ...(focused ? ancestorsOf(focused) : []),
  ].filter((each) => each.matches(':modal'));
  return modals.length > 0 && !modals.some((modal) => above.includes(modal));
}

export function describe(
  [element, use]: Reached,
  action: Action,
  page: {
    readonly policy: PrivacyPolicy;
    readonly isOwn: (node: Node) => boolean;
    readonly origin: string;
  },
): Description {
  const above = ancestorsOf(element, true);
  const aside =
    action.type === 'click' &&
    (action.button === 1 ||
      (action.modifiers & (modifierBits.shift | modifierBits.control | modifierBits.meta)) > 0);
  const leads = use === 'press' && (action.type !== 'click' || action.button < 2);
  const writes = use === 'edit' && action.type !== 'key';
  return {
    use,
    connected: element.isConnected && element.ownerDocument.defaultView !== null,
    own: above.some(page.isOwn),
    fileField: isInput(element, 'file'),
    care: page.policy.careOf(element),
    interactive: above.some((each) => each.matches(interactive)),
    disabled:
      element.matches(':disabled') || (writes && element.matches('[readonly]')) || isInert(element),
    destination: !leads
      ? 'stays'
      : element.localName === 'form'
        ? formDestination(element as HTMLFormElement, null, page.origin)
        : destinationOf(element, aside, page.origin),
  };
}
