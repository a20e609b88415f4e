// A fresh security key: nine decimal digits, each of the thousand million equally likely.
import type { SecurityKey } from '../../protocol/ids.ts';
import { SECURITY_KEY_DIGITS } from '../../protocol/securityKey.ts';

const count = 10 ** SECURITY_KEY_DIGITS;
/** Numbers from here on would make the low keys likelier than the others. */
const fairBelow = Math.floor(2 ** 32 / count) * count;

export function drawSecurityKey(
  random32: () => number = () => crypto.getRandomValues(new Uint32Array(1))[0]!,
): SecurityKey {
  let drawn = random32();
  while (drawn >= fairBelow) drawn = random32();
  return String(drawn % count).padStart(SECURITY_KEY_DIGITS, '0') as SecurityKey;
}
