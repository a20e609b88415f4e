// What a page's Content-Security-Policies lack for the snippet: each policy has to allow it by itself.

export interface Relay {
  readonly origin: string;
  /** The snippet's script element bears a nonce. */
  readonly hasNonce: boolean;
}

export interface Missing {
  readonly directive: 'script-src' | 'connect-src';
  readonly add: string;
}

/** `policies`: header values and `meta` contents; a header may hold several, with commas between. */
export function missingDirectives(policies: readonly string[], relay: Relay): Missing[] {
  const missing = new Map<string, Missing>();
  const { origin } = relay;
  const socket = origin.replace(/^http/, 'ws');
  for (const policy of policies.flatMap((text) => text.split(','))) {
    const directives = parse(policy);
    const script =
      directives.get('script-src-elem') ??
      directives.get('script-src') ??
      directives.get('default-src');
    const isStrict = script?.includes("'strict-dynamic'") ?? false;
    const byNonce = script?.some((source) => source.startsWith("'nonce-")) && relay.hasNonce;
    if (script && !byNonce && (isStrict || !allows(script, origin)))
      missing.set('script-src', {
        directive: 'script-src',
        add: isStrict ? 'the page’s nonce, on the script element' : origin,
      });
    const connect = directives.get('connect-src') ?? directives.get('default-src');
    const wanted = connect ? [origin, socket].filter((one) => !allows(connect, one)) : [];
    if (wanted.length > 0)
      missing.set('connect-src', {
        directive: 'connect-src',
        add: [...new Set([...(missing.get('connect-src')?.add.split(' ') ?? []), ...wanted])].join(
          ' ',
        ),
      });
  }
  return [...missing.values()];
}

function parse(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first of two directives of one name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** CSP 3, 6.7.2: scheme, host and port of a source against an origin. */
function allows(sources: readonly string[], origin: string): boolean {
  const url = new URL(origin);
  return sources.some((source) => {
    if (source === '*') return true;
    if (/^[a-z][a-z0-9+.-]*:$/i.test(source))
      return schemeFits(source.slice(0, -1).toLowerCase(), url);
    const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:']+|\*)(?::(\d+|\*))?(\/.*)?$/i.exec(source);
    if (!match) return false;
    const [, scheme, host = '', port, path] = match;
    if (scheme ? !schemeFits(scheme.toLowerCase(), url) : !/^(https|wss)/.test(url.protocol))
      return false;
    if (path && path !== '/') return false;
    const isHost =
      host === '*' ||
      (host.startsWith('*.')
        ? url.hostname.endsWith(host.slice(1))
        : host.toLowerCase() === url.hostname);
    return isHost && (port === '*' || (port ?? '') === url.port);
  });
}

function schemeFits(scheme: string, { protocol }: URL): boolean {
  const asked = protocol.slice(0, -1);
  if (scheme === asked) return true;
  if (scheme === 'http') return asked === 'https';
  return scheme === 'ws' && asked !== 'http';
}
