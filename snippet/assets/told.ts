// What is told of a picture: a message, and a key that says whether it is the same as before. Null: nothing may be told.
import type { MessageOf } from '../../protocol/frame.ts';

export type Found = Omit<MessageOf<'assetFound'>, 'kind'>;

export type Told = { readonly key: string; readonly what: Found['what'] } | null;
