// What the viewer adds to the look of a page: masked, withheld and foreign parts say so; nothing else is changed.
import { HIGHLIGHT } from './customerSelection.ts';
import { PLACEHOLDER } from './screen.ts';

const hatch = (ink: string) =>
  `repeating-linear-gradient(-45deg, ${ink} 0 1px, transparent 1px 6px)`;

const label = (text: string) =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' width='200' height='20'><text x='100' y='14' text-anchor='middle' font-family='system-ui,sans-serif' font-size='12' fill='#6b7280'>${text}</text></svg>`,
  )}")`;

/** The page's own document has the width that the customer's leaves beside its scrollbar. */
export const pageStyle = ':root { scrollbar-width: none }';

export const ownStyle = `
:where([alongside-focus-visible]) { outline: auto 1px -webkit-focus-ring-color }
::highlight(${HIGHLIGHT}) { background-color: rgb(255 176 92 / .55) }
${PLACEHOLDER} { display: none !important }
[alongside-masked]:not([alongside-masked] *) { background-image: ${hatch('rgb(120 113 140 / .35)')} !important }
[alongside-blocked] {
  box-sizing: border-box !important;
  background: ${label('Hidden by the site')} center / auto no-repeat, ${hatch('rgb(120 113 140 / .45)')}, rgb(120 113 140 / .12) !important;
  border: 1px dashed rgb(120 113 140 / .6) !important;
}
iframe[alongside-foreign] {
  background: ${label('Part of another site')} center / auto no-repeat, rgb(120 113 140 / .12) !important;
}
`;
