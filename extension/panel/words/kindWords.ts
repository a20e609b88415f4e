// The kinds of control in the agent's words: what is asked for, and what is granted.
import type { ControlKind } from '../../../protocol/command.ts';

export const kindWords: { readonly [K in ControlKind]: string } = {
  click: 'Press buttons and links',
  fill: 'Fill in fields',
  navigate: 'Go to other pages',
};

export const kindVerbs: { readonly [K in ControlKind]: string } = {
  click: 'press',
  fill: 'fill in fields',
  navigate: 'go to pages',
};
