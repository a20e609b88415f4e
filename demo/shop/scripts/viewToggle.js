// Grid or rows: the rows are a stylesheet that the document adopts while they are chosen.
import { byId } from './element.js';

const rows = new CSSStyleSheet();
rows.replaceSync(`
  .cards { grid-template-columns: 1fr; gap: 12px; }
  .product { grid-template: auto / 112px minmax(0, 1fr) auto; align-items: center; gap: 20px; padding: 12px 20px 12px 12px;
    border: 1px solid var(--line); border-radius: 22px; background: var(--paper); }
  .product .arch { border-radius: 999px 999px 14px 14px; }
  @media (max-width: 640px) {
    .product { grid-template: auto auto / 84px minmax(0, 1fr); gap: 10px 14px; }
    .product .arch { grid-row: span 2; }
  }
`);

export function startViewToggle() {
  const choices = {
    grid: byId('view-grid', HTMLButtonElement),
    rows: byId('view-rows', HTMLButtonElement),
  };
  /** @param {keyof typeof choices} chosen */
  function choose(chosen) {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== rows);
    document.adoptedStyleSheets = chosen === 'rows' ? [...others, rows] : others;
    choices.grid.ariaPressed = String(chosen === 'grid');
    choices.rows.ariaPressed = String(chosen === 'rows');
  }
  choices.grid.addEventListener('click', () => choose('grid'));
  choices.rows.addEventListener('click', () => choose('rows'));
}
