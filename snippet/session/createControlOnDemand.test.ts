// Control that is still on its way: nothing is lost while the grant lives, nothing is performed once it is gone.
import { expect, test } from 'vitest';
import type { Command, Outcome } from '../../protocol/command.ts';
import type { GrantId, NodeId } from '../../protocol/ids.ts';
import type { Grant } from '../../protocol/controlPlane.ts';
import type { Control, ControlOptions } from '../control/createControl.ts';
import { createControlOnDemand } from './createControlOnDemand.ts';

const command = (number: number): Command => ({
  number,
  grant: 1 as GrantId,
  action: { type: 'text', node: 0 as NodeId, text: 'x' },
});

function open() {
  const told: string[] = [];
  const live = {
    grant: { grant: 1 as GrantId, kinds: ['fill'], once: [] } as Grant | null,
    remembers: false,
  };
  let arrive: (create: (options: ControlOptions) => Control) => void = () => {};
  let fail: () => void = () => {};
  const control = createControlOnDemand({
    load() {
      told.push('load');
      return new Promise((resolve, reject) => {
        arrive = resolve;
        fail = () => reject(new Error('not served'));
      });
    },
    control: {
      grant: () => live.grant,
      onOutcome: ({ number, result }: Outcome) => void told.push(`${number} ${result}`),
    } as Partial<ControlOptions> as ControlOptions,
    remembers: () => live.remembers,
    onMissing: () => told.push('missing'),
  });
  const performer: Control = {
    perform: ({ number }) => void told.push(`perform ${number}`),
    recall: (numbers) => void (numbers.length > 0 && told.push(`recall ${numbers.join()}`)),
    confirm: (allowed) => void told.push(`confirm ${allowed}`),
    discard: () => void told.push('discard'),
    stop: () => void told.push('stop'),
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    control,
    told,
    live,
    async arrives() {
      arrive(() => performer);
      await settled();
    },
    async fails() {
      fail();
      await settled();
    },
  };
}

test('[CONTROL-11] it is fetched once, on the first wish', async () => {
  const { control, told, arrives } = open();
  expect(told).toEqual([]);
  control.fetch();
  control.fetch();
  await arrives();
  control.fetch();
  expect(told).toEqual(['load']);
});

test('[CONTROL-11] commands that come before it is there are performed in their order', async () => {
  const { control, told, arrives } = open();
  control.fetch();
  control.perform(command(1));
  control.perform(command(2));
  await arrives();
  control.perform(command(3));
  expect(told).toEqual(['load', 'perform 1', 'perform 2', 'perform 3']);
});

test('[SESSION-2] revoking while it is on its way answers what waits, and none of it is performed later', async () => {
  const { control, told, live, arrives } = open();
  control.perform(command(1));
  live.grant = null;
  control.discard();
  control.perform(command(2));
  await arrives();
  expect(told).toEqual(['load', '1 noGrant', '2 noGrant']);
});

test('[CONTROL-11] without a grant no command fetches it', () => {
  const { control, told, live } = open();
  live.grant = null;
  control.perform(command(1));
  expect(told).toEqual(['1 noGrant']);
});

test('[CONTROL-11] what cannot be fetched is told, and the next wish tries again', async () => {
  const { control, told, fails, arrives } = open();
  control.perform(command(1));
  await fails();
  expect(told).toEqual(['load', 'missing']);
  control.discard();
  control.fetch();
  await arrives();
  expect(told).toEqual(['load', 'missing', '1 noGrant', 'load']);
});

test('once stopped it performs nothing and says nothing, whenever it arrives', async () => {
  for (const end of ['arrives', 'fails'] as const) {
    const opened = open();
    opened.control.perform(command(1));
    opened.control.stop();
    await opened[end]();
    expect(opened.told).toEqual(['load']);
  }
});
