// What a picture of the lab has to wait for: the end of what is on its way, and no longer than it may take.

const SHORT_MS = 1000;

/** Sheets that the viewer loads by itself are there, unless they never come. */
export async function importsLoaded(document: Document): Promise<void> {
  const isLoaded = ({ sheet }: HTMLStyleElement): boolean => {
    try {
      return [...sheet!.cssRules].every((rule) => {
        const imported = 'styleSheet' in rule ? (rule as CSSImportRule).styleSheet : undefined;
        return imported === undefined || (imported !== null && imported.cssRules.length > 0);
      });
    } catch {
      // Firefox has no sheet at all until what it imports is there.
      return false;
    }
  };
  const isAllLoaded = () => [...document.querySelectorAll('style')].every(isLoaded);
  for (let frames = 0; frames < 120 && !isAllLoaded(); frames++)
    await new Promise((done) => requestAnimationFrame(done));
}

/** Transitions that are short have ended: a viewer starts them when it is told, and not in the customer's moment. */
export async function transitionsEnded(document: Document): Promise<void> {
  const isShort = ({ playState, effect }: Animation): boolean =>
    playState === 'running' && Number(effect?.getComputedTiming().endTime ?? Infinity) <= SHORT_MS;
  for (let frames = 0; frames < 120 && document.getAnimations().some(isShort); frames++)
    await new Promise((done) => requestAnimationFrame(done));
}
