// What a rule's paths are compared with: an address's path, and its fragment where the page keeps its route there. Never a query.

export function pagePath({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): string {
  const route = /^#!?\/[^?]*/.exec(hash);
  return route ? pathname + route[0] : pathname;
}

/** The path as it is reported: what looks like the name of a thing or a person, and not of a page, is left out. */
export const reportedPath = (path: string): string =>
  path
    .split('/')
    .map((part) => (/\d{3}|@|%40|^[^/]{41,}$/i.test(part) ? '*' : part))
    .join('/')
    .slice(0, 200);
