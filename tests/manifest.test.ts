// What the extension asks for, and what its pages may do.
import { expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';

const chrome = JSON.parse(JSON.stringify(manifestFor('chrome'))) as Record<string, unknown>;
const firefox = JSON.parse(JSON.stringify(manifestFor('firefox'))) as Record<string, unknown>;

test('[PANEL-1] it asks for storage and the side panel, and for no site', () => {
  expect(chrome['permissions']).toEqual(['storage', 'sidePanel']);
  expect(firefox['permissions']).toEqual(['storage']);
  for (const manifest of [chrome, firefox]) {
    for (const name of [
      'host_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
    ]) {
      expect(manifest[name]).toBeUndefined();
    }
  }
});

test('[PANEL-1] its pages run their own scripts only, frame nothing and submit nowhere', () => {
  const { extension_pages: policy } = chrome['content_security_policy'] as {
    extension_pages: string;
  };
  const directives = policy.split('; ');
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ]) {
    expect(directives).toContain(directive);
  }
  expect(policy).not.toMatch(/\bhttp:(?!\/\/(127\.0\.0\.1|localhost):)|unsafe-eval| \*/);
});

test('[PANEL-1] Chrome’s id is fixed by the public key', () => {
  expect(chrome['key']).toMatch(/^MII[A-Za-z0-9+/=]+$/);
});
