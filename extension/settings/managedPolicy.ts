// What the agent's company adds to every site's policy: managed storage, `sitePolicy`. One that cannot be read withholds every page, since
// nobody knows what it was to hide.
import browser from 'webextension-polyfill';
import { parseSitePolicy } from '../../protocol/parseSitePolicy.ts';
import type { SitePolicy } from '../../protocol/sitePolicy.ts';

const NAME = 'sitePolicy';

const unreadable: SitePolicy = [
  {
    name: 'Managed policy',
    paths: [],
    mask: [],
    unmask: [],
    block: [],
    lock: [],
    maskByDefault: false,
    pause: 'The privacy policy of the agent’s company cannot be read.',
    deny: [],
    confirm: [],
  },
];

/** `given`: the policy's JSON text, or what it stands for where the browser takes objects. */
export function managedPolicyOf(given: unknown): SitePolicy {
  if (given === undefined || given === '') return [];
  const parsed = parseSitePolicy(given);
  return parsed.ok ? parsed.policy : unreadable;
}

export async function readManagedPolicy(): Promise<SitePolicy> {
  try {
    return managedPolicyOf((await browser.storage.managed.get(NAME))[NAME]);
  } catch {
    // Firefox refuses where no policy is set at all.
    return [];
  }
}

export function watchManagedPolicy(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' && NAME in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
