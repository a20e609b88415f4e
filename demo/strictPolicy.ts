// The Content-Security-Policy of a careful site, with or without the relay among its allowed origins.

export function strictPolicy({ relayOrigin }: { relayOrigin?: string }): string {
  const pages = relayOrigin === undefined ? '' : ` ${relayOrigin}`;
  const connections =
    relayOrigin === undefined ? '' : ` ${relayOrigin} ${relayOrigin.replace(/^http/, 'ws')}`;
  return [
    "default-src 'self'",
    `script-src 'self'${pages}`,
    `connect-src 'self'${connections}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `frame-src 'self'${pages}`,
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}
