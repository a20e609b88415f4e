// The layers hold in the tree as it is, and the judge that says so catches planted breaches.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf } from './layersFacts.ts';
import type { Facts } from './layersFacts.ts';
import { breachesOf, cycleIn } from './layersJudge.ts';
import { layers } from './layersTable.ts';
import { sourceFiles } from './sourceFiles.ts';

const tree = sourceFiles(/\.(ts|tsx|mjs|js)$/).map((path) =>
  factsOf(path, readFileSync(path, 'utf8')),
);

test('every import in the tree is one that its layer may make', () => {
  expect(tree.length).toBeGreaterThan(20);
  expect(breachesOf(tree, layers)).toEqual([]);
});

test('no import leads back to itself', () => {
  expect(cycleIn(tree)).toBeNull();
});

describe('a planted breach is caught', () => {
  const target = (path: string): Facts => ({ path, imports: [], runtimeImports: [], globals: [] });
  const plant = (path: string, source: string, ...others: string[]) =>
    breachesOf([factsOf(path, source), ...others.map(target)], layers);

  test.each([
    [
      'snippet/overlay/bar.ts',
      "import '../../extension/viewer/viewer.ts';",
      'extension/viewer/viewer.ts',
    ],
    [
      'snippet/privacy/policy.ts',
      "import type { A } from '../mirror/mirror.ts';",
      'snippet/mirror/mirror.ts',
    ],
    [
      'snippet/mirror/mirror.ts',
      "export * from '../session/session.ts';",
      'snippet/session/session.ts',
    ],
    [
      'snippet/control/perform.ts',
      "import { a } from '../mirror/mirror.ts';",
      'snippet/mirror/mirror.ts',
    ],
    ['snippet/loader.ts', "void import('./index.ts');", 'snippet/index.ts'],
    [
      'extension/panel/Bar.tsx',
      "type A = import('../../channel/channel.ts').A;",
      'channel/channel.ts',
    ],
    [
      'extension/panel/Bar.tsx',
      "import { decode } from '../../protocol/frame.ts';",
      'protocol/frame.ts',
    ],
    ['relay/room/room.ts', "import '../hosts/node/main.ts';", 'relay/hosts/node/main.ts'],
    ['protocol/frame.ts', "import '../channel/channel.ts';", 'channel/channel.ts'],
    ['relay/room/room.ts', "import './room.test.ts';", 'relay/room/room.test.ts'],
    ['snippet/overlay/bar.ts', "import '../testing/page.ts';", 'snippet/testing/page.ts'],
    ['snippet/overlay/bar.test.ts', "import '../../relay/room/room.ts';", 'relay/room/room.ts'],
  ])('%s: %s', (path, source, forbidden) => {
    expect(plant(path, source, forbidden)).toEqual([`${path} may not import ${forbidden}`]);
  });

  test.each([
    ['relay/room/room.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['relay/api/answer.ts', "import { WebSocketServer } from 'ws';", 'ws'],
    [
      'extension/viewer/build.ts',
      "import browser from 'webextension-polyfill';",
      'webextension-polyfill',
    ],
    ['snippet/session/session.ts', "import 'lib0/encoding';", 'lib0/encoding'],
  ])('a package out of place, %s: %s', (path, source, name) => {
    expect(plant(path, source)).toEqual([`${path} may not import the package ${name}`]);
  });

  test.each([
    ['extension/panel/Bar.tsx', 'chrome.runtime.reload();', 'chrome'],
    ['extension/viewer/build.ts', 'const id = browser.runtime.id;', 'browser'],
    ['relay/room/room.ts', 'const now = Date.now();', 'clock'],
    ['relay/room/room.ts', 'setTimeout(() => {}, 5);', 'clock'],
    ['relay/room/room.ts', 'const now = new Date();', 'clock'],
  ])('a global out of place, %s: %s', (path, source, name) => {
    expect(plant(path, source)).toEqual([`${path} may not use ${name}`]);
  });

  test('an import without its ending, to no file, or from a file that no module claims', () => {
    expect(plant('protocol/a.ts', "import './b';")).toEqual([
      'protocol/a.ts imports ./b without its ending',
    ]);
    expect(plant('protocol/a.ts', "import './b.ts';")).toEqual([
      'protocol/a.ts imports ./b.ts, which is no file',
    ]);
    expect(plant('helpers/a.ts', '')).toEqual(['helpers/a.ts belongs to no module']);
  });

  test('a cycle, however long', () => {
    const ring = [
      factsOf('protocol/a.ts', "import './b.ts';"),
      factsOf('protocol/b.ts', "import { c } from './c.ts';"),
      factsOf('protocol/c.ts', "export { a } from './a.ts';"),
    ];
    expect(cycleIn(ring)).toEqual([
      'protocol/a.ts',
      'protocol/b.ts',
      'protocol/c.ts',
      'protocol/a.ts',
    ]);
    expect(cycleIn(ring.slice(0, 2))).toBeNull();
    const typesOnly = factsOf(
      'protocol/b.ts',
      "import type { C } from './c.ts'; export type { D } from './c.ts';",
    );
    expect(cycleIn([ring[0]!, typesOnly, ring[2]!])).toBeNull();
  });
});

test('what a layer may import is let through', () => {
  const files = [
    factsOf(
      'snippet/consent/ask.ts',
      "import '../overlay/createHost.ts'; import '../../protocol/limits.ts';",
    ),
    factsOf('snippet/overlay/createHost.ts', ''),
    factsOf('protocol/limits.ts', "import * as encoding from 'lib0/encoding';"),
    factsOf('relay/hosts/node/main.ts', "import 'node:sqlite'; setTimeout(() => {}, 5);"),
  ];
  expect(breachesOf(files, layers)).toEqual([]);
});
