// The order of the files: those that take longest first, so that the workers end together. What a machine remembers of earlier runs is not asked.
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** By time taken, longest first. Any other file follows, the larger ones first. */
const longest = [
  'tests/fidelity/law.firefox.test.ts',
  'tests/fidelity/law.chromium.test.ts',
  'tests/customer/attacks.test.ts',
  'tests/apps/apps.test.ts',
  'tests/fidelity/real.test.ts',
  'tests/customer/watch.test.ts',
  'tests/fidelity/leaks.test.ts',
  'tests/frames/frames.test.ts',
  'demo/shop.browser.test.ts',
  'tests/fidelity/assets.test.ts',
  'tests/inspect.test.ts',
  'tests/fidelity/world.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((path) => moduleId.endsWith(path));
  return at < 0 ? longest.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
