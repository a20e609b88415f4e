// Tells what the customer's browser is and prefers, before the first sheet and whenever it changes.
import { mediaFeatures, schemeBits } from '../../protocol/environment.ts';
import type { OpWriter } from '../../protocol/opWriter.ts';

export function createEnvironment(view: Window, writer: OpWriter, changed: () => void) {
  let told = '';
  let features = -1;
  const look = () => {
    features = -1;
    changed();
  };
  const queries = mediaFeatures.map((query) => view.matchMedia(query));
  for (const query of queries) query.addEventListener('change', look);

  /** What a meta element says, which the viewer has not. */
  function schemes(): number {
    const meta = view.document.head?.querySelector('meta[name="color-scheme" i]');
    const said = meta?.getAttribute('content') ?? '';
    return (
      (/\blight/i.test(said) ? schemeBits.light : 0) | (/\bdark/i.test(said) ? schemeBits.dark : 0)
    );
  }

  return {
    write(): void {
      if (features < 0)
        features = queries.reduce((bits, { matches }, at) => bits + (matches ? 2 ** at : 0), 0);
      const { width, height } = view.screen;
      const now = [features, schemes(), view.devicePixelRatio, width, height] as const;
      if (`${now}` === told) return;
      told = `${now}`;
      writer.environment(...now);
    },
    clear: () => void (told = ''),
    stop(): void {
      for (const query of queries) query.removeEventListener('change', look);
    },
  };
}
