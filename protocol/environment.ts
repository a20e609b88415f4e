// What the customer's browser is and what the customer prefers, as style sheets may ask for it: the mirror tells, the viewer answers in place
// of the agent's browser. Values only ever get added, at the end.
const valuesOf: Readonly<Record<string, string>> = {
  'prefers-color-scheme': 'light dark',
  'prefers-reduced-motion': 'no-preference reduce',
  'prefers-contrast': 'no-preference more less custom',
  'prefers-reduced-transparency': 'no-preference reduce',
  'forced-colors': 'none active',
  'inverted-colors': 'none inverted',
  hover: 'none hover',
  'any-hover': 'none hover',
  pointer: 'none fine coarse',
  'any-pointer': 'none fine coarse',
  'display-mode': 'browser standalone fullscreen minimal-ui',
};

/** Queries, each of which holds or not for the customer: one bit each, in this order. */
export const mediaFeatures: readonly string[] = [
  'print',
  ...Object.entries(valuesOf).flatMap(([name, values]) =>
    values.split(' ').map((value) => `(${name}:${value})`),
  ),
];

/** Schemes that the page's own document says it supports, other than by a sheet. */
export const schemeBits = { light: 1, dark: 2 } as const;

export interface Environment {
  /** A bit for each of `mediaFeatures` that holds. */
  readonly features: number;
  /** Of `schemeBits`. */
  readonly schemes: number;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  /** CSS pixels. */
  readonly screenWidth: number;
  readonly screenHeight: number;
}
