// The words on a gift's card: an editable box that counts down and is kept for this visit.
import { byId } from './element.js';

const key = 'tansy-gift-note';
const mostLetters = 160;

export function startGiftNote() {
  const gift = byId('gift', HTMLInputElement);
  const part = byId('gift-part', HTMLElement);
  const note = byId('gift-note', HTMLElement);

  function paint() {
    const left = mostLetters - (note.textContent ?? '').length;
    byId('gift-note-left', HTMLElement).textContent =
      left >= 0 ? `${left} letters left` : `${-left} letters too many for the card`;
    note.ariaInvalid = String(left < 0);
  }
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    gift.checked = true;
    note.textContent = kept;
  }
  part.hidden = !gift.checked;
  gift.addEventListener('change', () => {
    part.hidden = !gift.checked;
    if (gift.checked) note.focus();
    else sessionStorage.removeItem(key);
  });
  note.addEventListener('input', () => {
    sessionStorage.setItem(key, note.textContent ?? '');
    paint();
  });
  paint();
}
