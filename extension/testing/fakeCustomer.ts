// A customer without a browser: redeems the key at the real relay and speaks the protocol as the snippet would.
import { createChannel } from '../../channel/channel.ts';
import type { Channel } from '../../channel/channel.ts';
import { sessionPath } from '../../protocol/api.ts';
import type { RedeemAnswer } from '../../protocol/api.ts';
import type { Message, MessageOf } from '../../protocol/frame.ts';
import type { Kind } from '../../protocol/kinds.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { PageDescription } from './writePage.ts';
import { writePage } from './writePage.ts';

export interface FakeCustomer {
  readonly ids: Map<string, NodeId>;
  readonly received: Message[];
  send(message: Message): void;
  /** The next message of the kind, or one that came already and was not taken. */
  take<K extends Kind>(kind: K): Promise<MessageOf<K>>;
  show(page: PageDescription): void;
  leave(): void;
}

export async function joinAsCustomer(relay: string, securityKey: string): Promise<FakeCustomer> {
  const response = await fetch(`${relay}/api/keys/redeem`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
    body: JSON.stringify({ securityKey: securityKey.replace(/\s/g, '') }),
  });
  if (!response.ok) throw new Error(`redeeming was refused: ${await response.text()}`);
  const { session, token } = (await response.json()) as RedeemAnswer;

  const received: Message[] = [];
  const untaken: Message[] = [];
  const waiting: { kind: Kind; resolve: (message: Message) => void }[] = [];
  let ids = new Map<string, NodeId>();
  let sequence = 0;
  let channel: Channel;
  await new Promise<void>((resolve) => {
    channel = createChannel({
      relay,
      path: sessionPath(session),
      token: () => token,
      onState: (state) => state.status === 'open' && resolve(),
      onMessage(message) {
        received.push(message);
        const index = waiting.findIndex(({ kind }) => kind === message.kind);
        if (index < 0) return void untaken.push(message);
        waiting.splice(index, 1)[0]!.resolve(message);
      },
    });
  });

  return {
    get ids() {
      return ids;
    },
    received,
    send: (message) => void channel.send(message),
    take<K extends Kind>(kind: K) {
      const index = untaken.findIndex((message) => message.kind === kind);
      if (index >= 0) return Promise.resolve(untaken.splice(index, 1)[0] as MessageOf<K>);
      return new Promise<MessageOf<K>>((resolve) => {
        waiting.push({ kind, resolve: resolve as (message: Message) => void });
      });
    },
    show(page) {
      const written = writePage(page);
      ids = written.ids;
      sequence += 1;
      channel.send({ kind: 'snapshot', sequence, ops: written.ops });
    },
    leave: () => channel.close(),
  };
}
