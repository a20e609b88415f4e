// A token bucket as a value: so many at once, so many per second after that. The caller brings the time.
export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface BucketRule {
  readonly burst: number;
  readonly perSecond: number;
}

/** The bucket after taking one token, or how long until there is one. */
export function takeToken(
  bucket: Bucket | null,
  nowMs: number,
  rule: BucketRule,
): { readonly bucket: Bucket; readonly waitMs: number } {
  const tokens = tokensAt(bucket, nowMs, rule);
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, atMs: nowMs }, waitMs: 0 };
  return {
    bucket: { tokens, atMs: nowMs },
    waitMs: Math.ceil(((1 - tokens) / rule.perSecond) * 1000),
  };
}

/** A clock that steps back refills nothing and takes nothing. */
export function tokensAt(bucket: Bucket | null, nowMs: number, rule: BucketRule): number {
  if (bucket === null) return rule.burst;
  const elapsedMs = Math.max(0, nowMs - bucket.atMs);
  return Math.min(rule.burst, bucket.tokens + (elapsedMs / 1000) * rule.perSecond);
}
