// Reads a relay's address as people type it. Only https, except on this very machine: tokens and page content travel there.

export type RelayAddress =
  | { readonly ok: true; readonly relay: string }
  | { readonly ok: false; readonly problem: 'noAddress' | 'insecureAddress' };

const loopback = new Set(['localhost', '127.0.0.1']);

export function parseRelayAddress(typed: string): RelayAddress {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${schemeFor(text)}://${text}`;
  if (text === '' || !URL.canParse(withScheme)) return { ok: false, problem: 'noAddress' };
  const url = new URL(withScheme);
  if (url.protocol === 'https:') return { ok: true, relay: url.origin };
  if (url.protocol === 'http:' && loopback.has(url.hostname))
    return { ok: true, relay: url.origin };
  return { ok: false, problem: url.protocol === 'http:' ? 'insecureAddress' : 'noAddress' };
}

export function isLoopback(relay: string): boolean {
  return URL.canParse(relay) && loopback.has(new URL(relay).hostname);
}

function schemeFor(text: string): 'http' | 'https' {
  return loopback.has(text.split(/[:/]/)[0]!) ? 'http' : 'https';
}
