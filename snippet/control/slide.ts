// A slider's thumb under the agent's press: the value at that point, `input` with each step, `change` when it is let go.
import { keepQuiet } from './commit.ts';
import { announce, setValue } from './fields.ts';
import type { Spot } from './spot.ts';
import { windowOf } from './tree.ts';

const before = new WeakMap<HTMLInputElement, string>();

export function slideTo(slider: HTMLInputElement, { x, y }: Spot): void {
  if (slider.matches(':disabled')) return;
  const was = slider.value;
  if (!before.has(slider)) {
    before.set(slider, was);
    // One browser tells of it by itself when it hears that the mouse is let go, whoever made the event.
    slider.addEventListener('change', () => before.set(slider, slider.value), {
      once: true,
      capture: true,
    });
  }
  const box = slider.getBoundingClientRect();
  const style = windowOf(slider).getComputedStyle(slider);
  const isUpright = box.height > box.width;
  const share = isUpright ? (y - box.top) / box.height : (x - box.left) / box.width;
  // Upright ones have their least at the bottom, unless they are written the other way.
  const isRtl = style.direction === 'rtl';
  const turned = isUpright ? isRtl || !style.writingMode.startsWith('vertical') : isRtl;
  const at = Math.min(1, Math.max(0, turned ? 1 - share : share));
  const least = Number(slider.min || 0);
  const most = Number(slider.max || 100);
  // The browser rounds to the step.
  setValue(slider, String(least + at * (most - least)));
  if (slider.value !== was) announce(slider, 'input');
}

export function slideEnds(slider: HTMLInputElement): void {
  const was = before.get(slider);
  before.delete(slider);
  if (was !== undefined && was !== slider.value) {
    announce(slider, 'change');
    keepQuiet(slider);
  }
}
