// One step of a job on an application, in words that hold for whoever does it: a person at the page, or an agent at the panel.
// Things are named as people name them: a field by its label, a button by what it says.

export type Step =
  /** `held`: keys that are down meanwhile, such as `Shift`. */
  | {
      readonly press: string;
      readonly button?: 'right';
      readonly times?: 2;
      readonly held?: 'Shift' | 'Control';
    }
  /** Types key by key: into the field, which is pressed first, or else where the focus is. */
  | { readonly type: string; readonly into?: string }
  /** Keys for whatever has the focus: `Enter`, `Shift+Tab`. */
  | { readonly keys: readonly string[] }
  /** Options of a list of the browser's own. */
  | { readonly choose: readonly string[]; readonly from: string }
  /** The value of a field that has a picker of the browser's own: date, time, colour, range. */
  | { readonly set: string; readonly on: string }
  | { readonly hover: string }
  | { readonly drag: string; readonly onto: string }
  /** Waits until these words can be read. */
  | { readonly see: string };
