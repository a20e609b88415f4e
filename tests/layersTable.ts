// Who may import whom. A file belongs to the module with the longest matching `files`, and may import its own module,
// whatever `may` begins, and the packages named. A file that no module claims is a breach: the table stays complete.

export interface Module {
  /** What the paths of its files begin with. */
  readonly files: string;
  /** What the paths of the files it may import begin with. */
  readonly may: readonly string[];
  /** Exceptions to `may`. */
  readonly mayNot?: readonly string[];
  /** Packages by name; `*` is any. */
  readonly packages: readonly string[];
  /** Global names that a module may not touch unless it says so here. */
  readonly globals?: readonly string[];
}

const extensionApi = { globals: ['browser', 'chrome'], packages: ['webextension-polyfill'] };
const ui = ['preact', '@preact/signals', 'lucide-static'];
const codec = ['protocol/codec', 'protocol/frame', 'protocol/opReader', 'protocol/opWriter'];

export const layers: readonly Module[] = [
  { files: 'protocol/', may: [], packages: ['lib0'] },
  { files: 'channel/', may: ['protocol/'], packages: [], globals: ['clock'] },

  { files: 'snippet/surface', may: ['protocol/'], packages: [] },
  {
    files: 'snippet/loader',
    may: ['snippet/surface', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'snippet/index',
    may: ['snippet/', 'protocol/', 'channel/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'snippet/session/',
    may: ['snippet/', 'protocol/', 'channel/'],
    mayNot: ['snippet/index', 'snippet/loader'],
    packages: [],
    globals: ['clock'],
  },
  { files: 'snippet/privacy/', may: ['protocol/'], packages: [], globals: ['clock'] },
  { files: 'snippet/overlay/', may: ['protocol/'], packages: [], globals: ['clock'] },
  {
    files: 'snippet/mirror/',
    may: ['snippet/privacy/', 'protocol/'],
    packages: ['lib0'],
    globals: ['clock'],
  },
  {
    files: 'snippet/control/',
    may: ['snippet/privacy/', 'snippet/mirror/nodeIds', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'snippet/frames/',
    may: [
      'snippet/mirror/',
      'snippet/privacy/',
      'snippet/overlay/',
      'snippet/assets/',
      'snippet/session/createAssetsOnDemand',
      'snippet/session/customerPointer',
      'snippet/session/createMarksOnDemand',
      'snippet/session/openMarks',
      'snippet/surface',
      'protocol/',
    ],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'snippet/assets/',
    may: ['snippet/privacy/', 'snippet/mirror/nodeIds', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  { files: 'snippet/receipt/', may: ['protocol/'], packages: [], globals: ['clock'] },
  {
    files: 'snippet/trail/',
    may: ['snippet/receipt/', 'snippet/surface', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'snippet/consent/',
    may: [
      'snippet/overlay/createHost',
      'snippet/overlay/element',
      'snippet/overlay/keepOnTop',
      'protocol/',
    ],
    packages: [],
    globals: ['clock'],
  },

  { files: 'extension/viewer/', may: ['protocol/'], packages: ['lib0'], globals: ['clock'] },
  // The customer's look at what the agent sees: the same viewer, in a page of the relay's.
  {
    files: 'preview/',
    may: ['extension/viewer/', 'protocol/'],
    packages: [],
  },
  // Keeps assets on disk; the viewer knows it as an interface, the panel joins them.
  {
    files: 'extension/assets/',
    may: ['extension/viewer/assetStore', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'extension/input/',
    may: ['extension/viewer/viewer', 'protocol/'],
    packages: [],
    globals: ['clock'],
  },
  {
    files: 'extension/session/',
    may: [
      'extension/session/',
      'extension/settings/',
      'extension/viewer/viewer',
      'protocol/',
      'channel/',
    ],
    packages: ['@preact/signals'],
    globals: ['clock'],
  },
  {
    files: 'extension/session/sessionStore',
    may: ['extension/session/', 'protocol/'],
    ...extensionApi,
  },
  {
    files: 'extension/panel/',
    may: ['extension/', 'protocol/'],
    mayNot: codec,
    packages: ui,
    globals: ['clock'],
  },
  {
    files: 'extension/panel/panel.tsx',
    may: ['extension/', 'protocol/', 'channel/'],
    packages: [...ui, 'webextension-polyfill'],
    globals: ['browser', 'chrome', 'clock'],
  },
  {
    files: 'extension/options/',
    may: ['extension/settings/', 'extension/session/relayApi', 'extension/panel/', 'protocol/'],
    packages: ui,
  },
  { files: 'extension/background/', may: ['protocol/', 'extension/settings/'], ...extensionApi },
  { files: 'extension/settings/', may: ['protocol/'], ...extensionApi },

  { files: 'relay/room/', may: ['protocol/'], packages: [] },
  {
    files: 'relay/',
    may: ['relay/', 'protocol/'],
    mayNot: ['relay/hosts/'],
    packages: ['jose', 'lib0'],
  },
  {
    files: 'relay/hosts/node/',
    may: ['relay/', 'protocol/'],
    mayNot: ['relay/hosts/cloudflare/'],
    packages: ['node:', 'ws', 'jose'],
    globals: ['clock'],
  },
  {
    files: 'relay/hosts/cloudflare/',
    may: ['relay/', 'protocol/'],
    mayNot: ['relay/hosts/node/'],
    packages: ['cloudflare:', 'partyserver', 'jose'],
    globals: ['clock'],
  },

  {
    files: 'demo/',
    may: ['demo/'],
    packages: ['node:', 'puppeteer-core'],
    globals: ['clock', 'browser'],
  },
  {
    files: 'demo/stage',
    may: ['demo/', 'relay/hosts/node/'],
    packages: ['node:', 'puppeteer-core'],
    globals: ['clock', 'browser', 'chrome'],
  },
  {
    files: 'scripts/',
    may: ['bench/', 'demo/', 'relay/hosts/node/', 'scripts/inspect/', 'tests/harness/'],
    packages: ['*'],
    globals: ['clock', 'browser'],
  },
  {
    files: 'scripts/inspect/',
    may: [
      'channel/',
      'demo/chromiumFlags',
      'extension/viewer/',
      'protocol/',
      'snippet/assets/',
      'snippet/mirror/',
      'snippet/privacy/',
    ],
    packages: ['*'],
    globals: ['clock', 'browser'],
  },
  {
    files: 'bench/',
    may: [
      'protocol/',
      'channel/',
      'snippet/',
      'extension/',
      'relay/',
      'demo/',
      'scripts/',
      'tests/',
    ],
    packages: ['*'],
    globals: ['clock', 'browser', 'chrome'],
  },
  {
    files: 'tests/',
    may: [
      'protocol/',
      'channel/',
      'snippet/',
      'extension/',
      'relay/',
      'demo/',
      'scripts/',
      'manifest.config.ts',
    ],
    packages: ['*'],
    globals: ['clock', 'browser', 'chrome'],
  },
  { files: 'manifest.config.ts', may: ['package.json'], packages: ['@crxjs/vite-plugin'] },
  { files: 'vite.config.ts', may: ['manifest.config.ts'], packages: ['*'] },
  { files: 'vitest.config.ts', may: ['tests/harness/longestFirst'], packages: ['vitest'] },
];
