// Work in the order given, whatever each piece takes.
import { expect, test } from 'vitest';
import { createInOrder } from './inOrder.ts';

test('[PROTO-5] work that waits holds back what comes after it, and nothing else does', async () => {
  const inOrder = createInOrder();
  const done: number[] = [];
  const slow = Promise.withResolvers<void>();
  inOrder(() => void done.push(1));
  expect(done).toEqual([1]);
  inOrder(async () => {
    await slow.promise;
    done.push(2);
  });
  inOrder(() => void done.push(3));
  const last = Promise.withResolvers<void>();
  inOrder(() => {
    done.push(4);
    last.resolve();
  });
  expect(done).toEqual([1]);
  slow.resolve();
  await last.promise;
  expect(done).toEqual([1, 2, 3, 4]);
  await Promise.resolve().then(() => {});
  await new Promise(setImmediate);
  inOrder(() => void done.push(5));
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

test('[PROTO-5] work that fails does not hold back the rest', async () => {
  const inOrder = createInOrder();
  const done = Promise.withResolvers<string>();
  inOrder(() => Promise.reject(new Error('broken')));
  inOrder(() => done.resolve('went on'));
  expect(await done.promise).toBe('went on');
});
