// The extension's manifest as a function of the browser it is built for. Permissions stay minimal: the relay allows
// cross-origin calls, so no host permission is asked for, and none may ever be asked for customers' sites.
import { defineManifest } from '@crxjs/vite-plugin';
import version from './package.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** Fixes the extension's id on every machine: gcabfponkeeldbjcfkmgbfhefbfghlcj. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzvofv1r6+DBt5n3hNf5QRT24ejZW7jJBKgKQkxqa5cz8tLu/djzvW/djYY4lJj/7MjQWwzN5cAkE5wKITH3U44uIn3v+xCXuzRrr/zV45BPMYaS70gC8cwuL4AWi8kk1WCHYr3qD80+7BTf1qFcOFyl/aL0VCjbbDZA/gr1MLlOVJSrO65nLnGid4F+aNVyR6xohUd9iv6hgofzxy1a9+CHmjrxeYywgG2xo2m/+Pq4kcdleEOCkbgptLLL8U00pGC18BzCI4yWMVc5QmBNoacVsR1nDqP4f6xOv2ah9fpnA6YGP9hR/Wakx5d66ReJV1B6O4p98eTzRACImX9dnjQIDAQAB';

/** A relay on the agent's own machine, without TLS: the demo and development. */
const loopback = ['http://127.0.0.1:*', 'http://localhost:*'];
const loopbackSockets = ['ws://127.0.0.1:*', 'ws://localhost:*'];

// The viewer's frame inherits this policy: it is what keeps a hostile page's mirror from running or framing anything.
const contentSecurityPolicy = Object.entries({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'", 'https:', 'blob:', ...loopback],
  'img-src': ["'self'", 'https:', 'data:', 'blob:', ...loopback],
  'font-src': ["'self'", 'https:', 'data:', 'blob:', ...loopback],
  'media-src': ['https:', ...loopback],
  'connect-src': ["'self'", 'https:', 'wss:', ...loopback, ...loopbackSockets],
  'frame-src': ["'none'"],
  'form-action': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
})
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');

const icons = {
  16: 'extension/icons/icon-16.png',
  32: 'extension/icons/icon-32.png',
  48: 'extension/icons/icon-48.png',
  128: 'extension/icons/icon-128.png',
};
const PANEL = 'extension/panel/panel.html';
const BACKGROUND = 'extension/background/background.ts';

/** What a company's policy may set, for Chrome; Firefox needs no schema. */
export const MANAGED_SCHEMA = 'extension/settings/managedSchema.json';

const common = {
  manifest_version: 3 as const,
  name: 'Alongside',
  version: version.version,
  description:
    'See the page a customer is on, beside your CRM. Masked at the source, with the customer in charge.',
  icons,
  action: { default_title: 'Open Alongside', default_icon: icons },
  options_ui: { page: 'extension/options/options.html', open_in_tab: true },
  content_security_policy: { extension_pages: contentSecurityPolicy },
};

export const manifestFor = (target: Target) =>
  target === 'chrome'
    ? defineManifest({
        ...common,
        key: PUBLIC_KEY,
        minimum_chrome_version: '130',
        permissions: ['storage', 'sidePanel'],
        storage: { managed_schema: MANAGED_SCHEMA },
        background: { service_worker: BACKGROUND, type: 'module' },
        side_panel: { default_path: PANEL },
      })
    : defineManifest({
        ...common,
        permissions: ['storage'],
        background: { scripts: [BACKGROUND], type: 'module' },
        sidebar_action: { default_panel: PANEL, default_title: 'Alongside', default_icon: icons },
        browser_specific_settings: {
          gecko: {
            id: 'alongside@alongside.example',
            strict_min_version: '142.0',
            data_collection_permissions: { required: ['websiteContent'] },
          },
        },
      } as Parameters<typeof defineManifest>[0]);
