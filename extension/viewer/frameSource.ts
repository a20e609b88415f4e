// The empty document that the mirror is built in. Its own policy comes on top of the extension's: nothing runs, frames,
// submits or connects; loopback addresses load only for a relay that is itself on loopback.

const LOOPBACK = 'http://127.0.0.1:* http://localhost:*';

export function frameSource(loopbackAssets: boolean): string {
  const also = loopbackAssets ? ` ${LOOPBACK}` : '';
  const policy = [
    "default-src 'none'",
    `style-src 'unsafe-inline' https: blob:${also}`,
    `img-src https: data: blob:${also}`,
    `font-src https: data:${also}`,
    `media-src https: data: blob:${also}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Customer's page</title>`;
}
