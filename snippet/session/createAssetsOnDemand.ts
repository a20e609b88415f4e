// What the agent's browser cannot load is looked after by a part that is fetched when a viewer first asks: most pages have nothing of the kind.
import type { MessageOf } from '../../protocol/frame.ts';
import type { Assets, AssetsOptions } from '../assets/createAssets.ts';

export function createAssetsOnDemand(
  load: () => Promise<(options: AssetsOptions) => Assets>,
  options: AssetsOptions,
): Assets {
  let part: Promise<Assets> | null = null;
  let stopped = false;

  async function pass(message: MessageOf<'assetWanted'>): Promise<void> {
    try {
      const assets = await (part ??= load().then((create) => create(options)));
      if (stopped) assets.stop();
      else assets.wanted(message);
    } catch {
      // Not served, or kept out by the page's policy: the agent sees what their own browser can load. The next wish tries again.
      part = null;
    }
  }

  return {
    wanted: (message) => void pass(message),
    stop() {
      stopped = true;
      void part?.then((assets) => assets.stop());
    },
  };
}
