// Fields that open a list or a picker of the browser's own, which the customer's page cannot show the agent: the panel offers
// its own, filled from the mirror, and answers with a `select` or `fill` command.
import type { NodeId } from '../../protocol/ids.ts';
import type { Viewer } from '../viewer/viewer.ts';

type Box = NonNullable<ReturnType<Viewer['boxOf']>>;

export interface SelectRequest {
  readonly node: NodeId;
  readonly multiple: boolean;
  readonly options: readonly {
    readonly index: number;
    readonly label: string;
    /** Heading it stands under, or empty. */
    readonly group: string;
    readonly selected: boolean;
    readonly disabled: boolean;
  }[];
  /** CSS pixels of the frame's viewport, unscaled. */
  readonly box: Box;
}

export const fillTypes = [
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'color',
  'range',
] as const;
export type FillType = (typeof fillTypes)[number];

export interface FillRequest {
  readonly node: NodeId;
  readonly type: FillType;
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly box: Box;
}

/** What takes a value when it is pressed, rather than act: being allowed to fill in is enough for it. */
export const isFilledIn = (element: Element | null): boolean =>
  element?.closest(
    'input:not([type=button],[type=image],[type=reset],[type=submit]),select,textarea,label,[contenteditable]',
  ) != null;

export function selectRequest(element: Element, viewer: Viewer): SelectRequest | null {
  const select = element.closest<HTMLSelectElement>('select');
  if (!select || select.disabled) return null;
  const node = viewer.idOf(select);
  const box = viewer.boxOf(node);
  if (!box) return null;
  const options = [...select.options].map((option, index) => ({
    index,
    label: option.label || option.text,
    group: option.closest('optgroup')?.label ?? '',
    selected: option.selected,
    disabled: option.matches(':disabled, optgroup[disabled] *'),
  }));
  return { node, multiple: select.multiple, options, box };
}

export function fillRequest(element: Element, viewer: Viewer): FillRequest | null {
  if (element.localName !== 'input') return null;
  const { value, min, max, step, disabled, readOnly } = element as HTMLInputElement;
  const written = element.getAttribute('type')?.toLowerCase();
  const type = fillTypes.find((each) => each === written);
  const node = viewer.idOf(element);
  const box = viewer.boxOf(node);
  if (!type || !box || disabled || readOnly) return null;
  return { node, type, value, min, max, step, box };
}
