// One short message at the foot of the page, read out by screen readers and gone after a while.

const shownMs = 4000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {string} words */
export function toast(words) {
  const box = document.querySelector('#toast');
  if (!(box instanceof HTMLElement)) return;
  box.textContent = words;
  box.dataset.shown = '';
  clearTimeout(timer);
  timer = setTimeout(() => delete box.dataset.shown, shownMs);
}
