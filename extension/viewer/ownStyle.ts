// What the viewer adds to the look of a page: masked, withheld and foreign parts say so; nothing else is changed.
import type { MissingReason } from '../../protocol/asset.ts';
import { HIGHLIGHT } from './customerSelection.ts';
import { PLACEHOLDER } from './screen.ts';

/** What stands in the place of a picture that cannot be shown. */
export const labelWords: Readonly<Record<MissingReason, string>> = {
  masked: 'Hidden by the site',
  tainted: 'Holds a picture of another site',
  protected: 'Protected video',
  tooLarge: 'Too large to be sent',
  tooMuch: 'Not sent: too much on this page',
  gone: 'Could not be loaded here',
  broken: '',
};

/** Of that label: legible on whatever page. */
export const labelStyle =
  'rect{fill:#ececf1;stroke:#9a96a8;stroke-dasharray:3 3}text{fill:#565b68;font-family:system-ui,sans-serif;text-anchor:middle}@media(prefers-color-scheme:dark){rect{fill:#2a2c32;stroke:#6f7280}text{fill:#b9bdc8}}';

const hatch = (ink: string) =>
  `repeating-linear-gradient(-45deg, ${ink} 0 1px, transparent 1px 6px)`;

const label = (text: string) =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' width='200' height='20'><style>${labelStyle}</style><text x='100' y='14' font-size='12'>${text}</text></svg>`,
  )}")`;

/** The page's own document has the width that the customer's leaves beside its scrollbar. */
export const pageStyle = ':root { scrollbar-width: none }';

export const ownStyle = `
::highlight(${HIGHLIGHT}) { background-color: rgb(255 176 92 / .55) }
/* Where no script may run browsers offer controls that the page has not. */
video:not([controls])::-webkit-media-controls { display: none !important }
@layer alongside {
  :where([alongside-focus-visible]:not([alongside-host])), :host(:where([alongside-focus-visible])) { outline: auto 1px; outline-color: -webkit-focus-ring-color }
  @supports (-webkit-line-break: after-white-space) {
    :where([alongside-contenteditable]:not([alongside-contenteditable="false"])) { overflow-wrap: break-word; -webkit-line-break: after-white-space }
    :where([alongside-contenteditable="plaintext-only"]) { white-space: pre-wrap }
    :where([alongside-contenteditable]:not([alongside-contenteditable="false"]) :any-link:not([alongside-contenteditable="false"] *)) { cursor: inherit }
  }
  @supports (-moz-appearance: none) {
    :where([alongside-contenteditable]:not([alongside-contenteditable="false"]) :any-link:not([alongside-contenteditable="false"] *)) { cursor: text }
  }
  :where([alongside-fullscreen]) {
    position: fixed; inset: 0; margin: 0; box-sizing: border-box; min-width: 0; max-width: none; min-height: 0; max-height: none;
    width: 100%; height: 100%; transform: none; object-fit: contain; border: 0; padding: 0; overflow: visible; background: none; color: inherit;
  }
  :where([alongside-fullscreen])::backdrop { background: black }
  :where(:any-link[alongside-active]) { color: ActiveText }
}
[${PLACEHOLDER}] { display: none !important }
[alongside-masked]:not([alongside-masked] *) { background-image: ${hatch('rgb(120 113 140 / .35)')} !important }
[alongside-masked] [alongside-masked], [alongside-masked]::before, [alongside-masked]::after { background-image: none !important }
[alongside-masked], [alongside-masked]::before, [alongside-masked]::after { border-image-source: none !important; list-style-image: none !important; mask-image: none !important }
[alongside-blocked] {
  box-sizing: border-box !important;
  background: ${label('Hidden by the site')} center / auto no-repeat, ${hatch('rgb(120 113 140 / .45)')}, rgb(120 113 140 / .12) !important;
  border: 1px dashed rgb(120 113 140 / .6) !important;
}
iframe[alongside-foreign] {
  background: ${label('Part of another site')} center / auto no-repeat, rgb(120 113 140 / .12) !important;
}
`;
