// Runs in a page: brings what moves to its end, and what moves for ever to its beginning.

export function finishAnimations(page: Document): void {
  for (const animation of page.getAnimations()) {
    try {
      const end = animation.effect?.getComputedTiming().endTime;
      if (animation.playbackRate !== 0 && typeof end === 'number' && Number.isFinite(end))
        animation.finish();
      else animation.cancel();
    } catch {
      // An animation that belongs to a scroll position has no end of its own.
    }
  }
}
