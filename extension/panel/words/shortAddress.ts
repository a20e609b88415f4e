// The customer's address as the address line shows it: host and path, without scheme, query and fragment.

export function shortAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname } = new URL(address);
  return host + (pathname === '/' ? '' : pathname);
}
