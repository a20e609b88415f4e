// What a site's owner should know, as sentences, from the facts that were gathered in the page.
import type { Warning } from './inspection.ts';
import { looksPersonal } from './looksPersonal.ts';
import { missingDirectives } from './missingDirectives.ts';
import type { Seen } from './page/lookAround.ts';

/** Stands for the owner's relay where the page does not name it yet. */
const RELAY = 'https://relay.example';

export interface Facts {
  readonly seen: Seen;
  /** From the response's headers. */
  readonly policies: readonly string[];
  /** Addresses of foreign frames that carry the snippet. */
  readonly framesWithSnippet: ReadonlySet<string>;
  readonly missingAssets: readonly { readonly address: string; readonly why: string }[];
  readonly failures: readonly string[];
}

export function warningsOf(facts: Facts): Warning[] {
  const { seen } = facts;
  const personal = seen.fields.flatMap((field): Warning[] => {
    const what = looksPersonal(field);
    const called = field.label ? ` (“${field.label}”)` : '';
    const text = `${field.name}${called} looks like ${what} and is not masked. Consider data-alongside="mask".`;
    return what ? [{ kind: 'looksPersonal', text }] : [];
  });
  const frames = seen.foreignFrames.map(({ name, address }): Warning => {
    const from = URL.canParse(address) ? new URL(address).origin : 'elsewhere';
    const has = facts.framesWithSnippet.has(address)
      ? 'It carries the snippet'
      : 'It does not carry the snippet';
    return {
      kind: 'foreignFrame',
      text: `${name} shows a page from ${from === 'null' ? 'elsewhere' : from}, which is not mirrored from here. ${has}.`,
    };
  });
  const canvases = seen.taintedCanvases.map((name): Warning => ({
    kind: 'taintedCanvas',
    text: `${name} holds a picture of another origin, so no script may read it. Serve that picture with CORS and set crossorigin.`,
  }));
  const origin = seen.snippet ? new URL(seen.snippet.address).origin : RELAY;
  const relay = { origin, hasNonce: !!seen.snippet?.nonce };
  const directives = missingDirectives([...facts.policies, ...seen.policies], relay).map(
    ({ directive, add }): Warning => ({
      kind: 'contentSecurityPolicy',
      text: `The Content-Security-Policy keeps the relay out. Add to ${directive}: ${add}`,
    }),
  );
  const assets = facts.missingAssets.map(({ address, why }): Warning => ({
    kind: 'assetMissing',
    text: `The agent’s browser cannot load ${address.slice(0, 200)} (${why}).`,
  }));
  const failed = facts.failures.map((failure): Warning => ({
    kind: 'mirrorFailed',
    text: `The mirror failed: ${failure}`,
  }));
  return [...failed, ...directives, ...personal, ...frames, ...canvases, ...assets];
}
