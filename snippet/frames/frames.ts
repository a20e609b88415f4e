// Documents of other sites that join the mirror from their frames (interface): what the page around them does for them.
import type { Message } from '../../protocol/frame.ts';
import type { NodeIds } from '../mirror/nodeIds.ts';
import type { Handed } from '../privacy/createRules.ts';
import type { PrivacyPolicy } from '../privacy/policy.ts';
import type { FramePage } from '../surface.ts';

export interface FramesOptions {
  readonly ids: NodeIds;
  readonly policy: PrivacyPolicy;
  readonly framed: FramePage['framed'];
  /** The way to the agent: the session's channel, or the port to the page around this one. */
  readonly channel: {
    send(message: Message): boolean;
    bufferedBytes(): number;
  };
  /** The site's rules that hold on this page, for what joins: another object whenever they are others. */
  readonly handed: () => Handed | null;
  /** Hands a number for one more stream to `take`, now or later. */
  readonly nextStream: (take: (stream: number) => void) => void;
  readonly guard: <A extends unknown[]>(work: (...values: A) => void) => (...values: A) => void;
}

export interface Frames {
  /** Brings what has joined in line with the page as it was just told. */
  look(): void;
  /** Sends what the page itself has to say, and has its frames follow. */
  send(message: Message): boolean;
  /** Acknowledgements and marks, for whom they are meant. */
  receive(message: Message): void;
  /** Nothing of any frame leaves any more. */
  stop(): void;
}
