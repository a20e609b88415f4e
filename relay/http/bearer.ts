// The token of an `Authorization: Bearer` header; empty when there is none.
export function bearer(request: Request): string {
  return /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
}
