// The panel's small decisions: tools and their keys, scale, places, paths, words.
import { expect, test } from 'vitest';
import { closeCodes } from '../../protocol/closeCodes.ts';
import { refusals } from '../../protocol/command.ts';
import { deciders } from '../../protocol/controlPlane.ts';
import { endReasons } from '../../protocol/endReasons.ts';
import { problems } from '../../protocol/api.ts';
import type { EndCause } from '../session/agentState.ts';
import type { ApiProblem } from '../session/relayApi.ts';
import { fitScale, zoomBy, zoomForKey, zoomStep } from './fitScale.ts';
import { iconShapes } from './iconShapes.ts';
import { placeBeside } from './placeBeside.ts';
import { strokePath } from './strokePath.ts';
import { neighbour, toolForKey, tools, toolsOff } from './tools.ts';
import { endWords } from './words/endWords.ts';
import { formatDuration } from './words/formatDuration.ts';
import { problemWords } from './words/problemWords.ts';
import { reasonWords } from './words/reasonWords.ts';
import { refusalWords } from './words/refusalWords.ts';
import { shortAddress } from './words/shortAddress.ts';

const press = { code: 'Digit3', altKey: false, otherModifier: false, typing: false };

test('[PANEL-2] the tools bear their public names, in the order of their keys', () => {
  expect(tools.map(({ name, key }) => `${key} ${name}`)).toEqual([
    '1 Point',
    '2 Highlight',
    '3 Draw',
    '4 Comment',
    '5 Control',
  ]);
});

test('[PANEL-8] sizes go in steps, from whatever the page was fitted to, and end somewhere', () => {
  expect(zoomStep(0.23, 1)).toBe(0.25);
  expect(zoomStep(0.23, -1)).toBe(0.2);
  expect(zoomStep(0.9999, 1)).toBe(1.25);
  expect([zoomStep(4, 1), zoomStep(0.1, -1)]).toEqual([4, 0.1]);
  expect(zoomBy(1, -1000)).toBeGreaterThan(1);
  expect([zoomBy(4, -1000), zoomBy(0.1, 1000)]).toEqual([4, 0.1]);
  expect(zoomBy(zoomBy(1, 40), -40)).toBeCloseTo(1, 1);
});

test('[PANEL-8] plus, minus and 0 change the size, while typing only with Alt, and are no tool’s', () => {
  const key = (code: string, more = {}) => zoomForKey({ ...press, code, key: '', ...more });
  expect([key('Equal'), key('NumpadAdd'), key('Minus'), key('Digit0')]).toEqual([
    'in',
    'in',
    'out',
    'fit',
  ]);
  expect(key('Slash', { key: '-' })).toBe('out');
  expect(key('Equal', { typing: true })).toBeNull();
  expect(key('Equal', { typing: true, altKey: true })).toBe('in');
  expect(key('Equal', { otherModifier: true })).toBeNull();
  expect(toolForKey({ ...press, code: 'Digit0' })).toBeNull();
});

test('[PANEL-4] a digit chooses a tool, while typing only with Alt, and never with another modifier', () => {
  expect(toolForKey(press)).toBe('draw');
  expect(toolForKey({ ...press, code: 'Numpad5' })).toBe('control');
  expect(toolForKey({ ...press, typing: true })).toBeNull();
  expect(toolForKey({ ...press, typing: true, altKey: true })).toBe('draw');
  expect(toolForKey({ ...press, otherModifier: true })).toBeNull();
  expect(toolForKey({ ...press, code: 'KeyA' })).toBeNull();
});

test('[PANEL-3] arrows pass over a tool that cannot be used', () => {
  const all = () => true;
  const noControl = (tool: string) => tool !== 'control';
  expect(neighbour('comment', 1, all)).toBe('control');
  expect(neighbour('comment', 1, noControl)).toBe('point');
  expect(neighbour('point', -1, noControl)).toBe('comment');
});

test('a page is fitted, never enlarged, and may be read at its own size', () => {
  const page = { width: 1280, height: 800 };
  expect(fitScale(page, { width: 640, height: 900 }, 'fit')).toBe(0.5);
  expect(fitScale(page, { width: 900, height: 200 }, 'fit')).toBe(0.25);
  expect(fitScale(page, { width: 4000, height: 4000 }, 'fit')).toBe(1);
  expect(fitScale(page, { width: 320, height: 200 }, 1)).toBe(1);
  expect(fitScale(page, { width: 0, height: 0 }, 'fit')).toBe(1);
});

test('a popup stands under its field, above it at the bottom, and always within the panel', () => {
  const room = { width: 320, height: 600 };
  const popup = { width: 200, height: 100 };
  expect(placeBeside({ x: 20, y: 50, width: 80, height: 20 }, popup, room)).toEqual({
    left: 20,
    top: 74,
  });
  expect(placeBeside({ x: 20, y: 560, width: 80, height: 20 }, popup, room)).toEqual({
    left: 20,
    top: 456,
  });
  expect(placeBeside({ x: 300, y: 50, width: 80, height: 20 }, popup, room).left).toBe(112);
  expect(placeBeside({ x: -90, y: -90, width: 80, height: 20 }, popup, room)).toEqual({
    left: 8,
    top: 8,
  });
});

test('a stroke begins and ends at its points, and one point is a dot', () => {
  expect(strokePath([], { x: 0, y: 0 }, 1)).toBe('');
  expect(strokePath([{ x: 1, y: 2 }], { x: 10, y: 10 }, 2)).toBe('M22.0 24.0L22.0 24.0');
  const three = strokePath(
    [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 8, y: 8 },
    ],
    { x: 0, y: 0 },
    1,
  );
  expect(three).toBe('M0.0 0.0Q4.0 0.0 6.0 4.0L8.0 8.0');
});

test('an icon is read as shapes, without its frame', () => {
  const shapes = iconShapes(
    '<!-- x -->\n<svg\n width="24"\n>\n <path d="M1 1" />\n <circle cx="1" cy="2" r="3" />\n</svg>',
  );
  expect(shapes).toEqual([
    { tag: 'path', attributes: { d: 'M1 1' } },
    { tag: 'circle', attributes: { cx: '1', cy: '2', r: '3' } },
  ]);
});

test('times and addresses are short', () => {
  expect(formatDuration(252_999)).toBe('4:12');
  expect(formatDuration(3_852_000)).toBe('1:04:12');
  expect(formatDuration(-5)).toBe('0:00');
  expect(shortAddress('https://shop.example/checkout?card=1#x')).toBe('shop.example/checkout');
  expect(shortAddress('https://shop.example/')).toBe('shop.example');
  expect(shortAddress('not an address')).toBe('not an address');
});

const whole = /^\S.*[.]$/;

test('[PANEL-6] every refusal has a sentence of its own', () => {
  const sentences = refusals.map((refusal) => refusalWords[refusal]);
  for (const sentence of sentences) expect(sentence).toMatch(whole);
  expect(new Set(sentences).size).toBe(refusals.length);
});

test('[PANEL-6] every end says who or what ended it, and what comes next', () => {
  const closes = Object.keys(closeCodes).filter(
    (name) => name !== 'ended' && name !== 'superseded',
  );
  for (const cause of [...endReasons, ...closes, 'closed'] as EndCause[]) {
    const { title, detail } = endWords(cause, '');
    expect(title.length).toBeGreaterThan(8);
    expect(detail).toMatch(whole);
  }
  expect(endWords('endedByCustomer', 'Ana').title).toBe('Ana stopped sharing');
  expect(endWords('endedByCustomer', 'Customer').title).toBe('The customer stopped sharing');
});

test('[PANEL-6] every problem of the relay has a sentence', () => {
  for (const problem of [...Object.keys(problems), 'unreachable', 'notARelay'] as ApiProblem[]) {
    expect(problemWords(problem)).toMatch(whole);
  }
});

test('[POLICY-9] a tool that the site denies is off, with the reason, and control when all of it is denied', () => {
  expect(toolsOff(true, [])).toEqual({});
  expect(toolsOff(false, ['draw'])).toEqual({
    draw: 'The site does not allow this here',
    control: 'Request control first',
  });
  expect(toolsOff(true, ['click', 'fill'])).toEqual({});
  expect(toolsOff(true, ['click', 'fill', 'navigate', 'comment'])).toEqual({
    comment: 'The site does not allow this here',
    control: 'The site does not allow this here',
  });
});

test('[POLICY-10] the panel says in words who decided, each in its own', () => {
  expect(reasonWords('masked')).toBe('Hidden from you. Only the customer sees this.');
  expect(reasonWords('masked', [{ treatment: 'locked', by: 'page', rule: '' }])).toBe(
    reasonWords('masked'),
  );
  expect(reasonWords('masked', [{ treatment: 'masked', by: 'relay', rule: 'Cards' }])).toBe(
    'Hidden from you. Only the customer sees this. The site’s rule “Cards” says so.',
  );
  const said = deciders.map((by) =>
    reasonWords('masked', [{ treatment: 'masked', by, rule: 'x' }]),
  );
  expect(new Set(said).size).toBe(deciders.length);
  for (const sentence of said) expect(sentence).toMatch(whole);
});
