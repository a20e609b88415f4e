// What the policy decides about a node. One policy object is handed down; nobody else decides what may be seen.
import type { Decider } from '../../protocol/controlPlane.ts';

export type BuiltIn = Extract<Decider, 'password' | 'code' | 'card' | 'hidden' | 'dots'>;

/** What a node inherits and hands on: bits, so that a page of nodes costs no objects. */
export type Care = number;

export const careBits = {
  /** Text, values and attributes in it are masked. */
  masked: 1,
  /** Visible to the agent, but refuses commands. */
  locked: 2,
  /** Never serialised: an empty box of the same size. */
  blocked: 4,
  /** Who masks it. Each lifts what it masks itself and nothing else; what is built in is never lifted. `masked` stands while any of them does. */
  byBuiltIn: 8,
  byPage: 16,
  byRelay: 32,
  byAgent: 64,
} as const;

export type Root = Document | ShadowRoot;

/** What has become of the rules since they were looked at last: nothing may be told, all of it is to be told anew, or what may have changed. */
export type Settled = 'held' | 'renewed' | Iterable<Element>;

/** What a site's policies say of this page, for the policy to obey and the mirror to follow. */
export interface Rules {
  /** Of whom all of the page is masked, as bits. */
  base(): Care;
  /** What selectors say of this very element: bits to add, and `LIFT` bits higher those to lift before. */
  said(element: Element): number;
  /** Whether they mask, lock or block an element within this one: as it was when its root was settled or met. */
  speakIn(element: Element): boolean;
  settle(roots: Iterable<Root>): Settled;
  meet(root: Root): void;
}
export const LIFT = 8;

export interface PrivacyPolicy {
  /** The care of `node` itself, with all that its ancestors, shadow hosts and frames hand down. */
  careOf(node: Node): Care;
  /** The care of `node` when its parent's (or its host's, or its frame's) is already known. */
  careWithin(parent: Care, node: Node): Care;
  /** What the page as a whole hands down. */
  base(): Care;
  /** An element within this one is under another care, by a rule's selector. */
  speaksIn(element: Element): boolean;
  /** Asked before anything is told: brings the rules in line with the page as it is now, in all that was met so far. */
  settle(roots: Iterable<Root>): Settled;
  /** A document or shadow root is told from now on, whose content has not been told yet. */
  meet(root: Root): void;
  /** Which of the built-in decisions masks this very element. */
  builtIn(element: Element): BuiltIn | null;
}
