// What the customer's pointer, press and focus are on, for the pages whose style depends on it.
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';
import { careBits } from '../privacy/policy.ts';
import type { Care } from '../privacy/policy.ts';
import { frameDocument, mirrorParent, shadowOf } from './contentOf.ts';
import type { NodeIds } from './nodeIds.ts';
import type { PointedChange } from './watchRoot.ts';

export function createStates(
  page: Document,
  writer: OpWriter,
  ids: NodeIds,
  isOwn: (node: Node) => boolean,
  careOf: (id: NodeId) => Care,
) {
  let hovered: Node | null = null;
  let active: Node | null = null;
  let focused: Element | null = null;
  let target: Element | null = null;
  /** The one that `target` was found for: it changes with the address alone. */
  let hash = '';
  let shown = '';
  /** The field whose list or picker the customer's browser shows: none of it is part of the page. */
  let picking: NodeId = NO_NODE;

  /** In a masked place only the place itself is told: which key of a keypad is pressed says what is typed. */
  function idOf(node: Node | null): NodeId {
    let id = node?.isConnected ? ids.idOf(node) : NO_NODE;
    const isMasked = (of: NodeId) => (careOf(of) & careBits.masked) !== 0;
    for (let at = node && mirrorParent(node); at && isMasked(id); at = mirrorParent(at)) {
      const above = ids.idOf(at);
      if (!isMasked(above)) break;
      id = above;
    }
    return id;
  }
  const is = (element: Element | null, state: string) => {
    try {
      return element?.matches(state) ?? false;
    } catch {
      return false;
    }
  };

  /** The innermost of what a state holds for, in shadow roots and frames too. */
  function innermost(find: (root: Document | ShadowRoot) => Element | null): Element | null {
    let found: Element | null = null;
    for (let root: Document | ShadowRoot | null = page; root;) {
      const inner: Element | null = find(root);
      if (!inner || inner === page.body) break;
      found = inner;
      root = shadowOf(inner) ?? frameDocument(inner);
    }
    return found && isOwn(found) ? null : found;
  }

  return {
    /** What holds already before anything was reported. */
    look(): void {
      focused = innermost((root) => root.activeElement);
      const last = (state: string) => (root: Document | ShadowRoot) =>
        [...root.querySelectorAll(state)].at(-1) ?? null;
      hovered = innermost(last(':hover'));
      active = innermost(last(':active'));
    },
    pointed(change: PointedChange): void {
      const node = change.node && isOwn(change.node) ? null : change.node;
      if (change.type === 'hover') hovered = node;
      else if (change.type === 'active') active = node;
      else focused = node as Element | null;
    },
    write(): void {
      // What is moved while it has the focus loses it, and not every browser says so.
      // By the platform's own method: a form's field of this name stands in the way of the property.
      const root = focused && (Node.prototype.getRootNode.call(focused) as Document);
      if (root?.activeElement !== focused) focused = null;
      const [over, pressed, focus] = [idOf(hovered), idOf(active), idOf(focused)];
      const visible = focus !== NO_NODE && is(focused, ':focus-visible');
      if (page.location.hash !== hash) {
        hash = page.location.hash;
        target = page.querySelector(':target');
      }
      const picked = ids.idOf(focused) === focus && is(focused, ':is(select,input):open');
      if (picking !== (picked ? focus : NO_NODE)) {
        picking = picked ? focus : NO_NODE;
        writer.stated('open', picked ? [focus] : []);
      }
      const pointedAt = idOf(target);
      const now = `${over} ${pressed} ${focus} ${visible} ${pointedAt}`;
      if (now === shown) return;
      shown = now;
      writer.states(over, pressed, focus, visible, pointedAt);
    },
    /** The viewer starts afresh: everything has to be told again. */
    clear(): void {
      shown = '0 0 0 false 0';
      picking = NO_NODE;
    },
  };
}
