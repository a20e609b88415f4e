// The shop window: three slides that change by themselves with the Web Animations API.
// Invariant: nothing moves by itself under reduced motion, while paused, or while pointed at or focused.
import { byId } from './element.js';

const slideMs = 7000;
const moveMs = 420;

export function startCarousel() {
  const box = byId('carousel', HTMLElement);
  const slides = [...box.querySelectorAll('.slide')].filter(
    (slide) => slide instanceof HTMLElement,
  );
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let current = 0;

  /** @param {number} step */
  function show(step) {
    current = (current + step + slides.length) % slides.length;
    slides.forEach((slide, index) => (slide.hidden = index !== current));
    if (still.matches) return;
    slides[current]?.animate(
      [
        { opacity: 0, transform: `translateX(${step * 48}px)` },
        { opacity: 1, transform: 'none' },
      ],
      {
        duration: moveMs,
        easing: 'cubic-bezier(.2, .7, .2, 1)',
      },
    );
  }

  byId('previous-slide', HTMLButtonElement).addEventListener('click', () => show(-1));
  byId('next-slide', HTMLButtonElement).addEventListener('click', () => show(1));
  setInterval(() => {
    const watched = box.matches(':hover, :focus-within');
    const paused = document.documentElement.dataset.motion === 'paused';
    if (!still.matches && !paused && !watched && !document.hidden) show(1);
  }, slideMs);
}
