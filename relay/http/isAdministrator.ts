// Whether a request bears the relay's own secret, as the command line derives it.
import { bearer } from './bearer.ts';
import type { HttpContext } from './context.ts';

export async function isAdministrator({ secret }: HttpContext, request: Request): Promise<boolean> {
  // Both sides hashed once more: the comparison's timing tells nothing of the expected value.
  const expected = await secret.hash('administrator', await secret.hash('administrator', ''));
  return (await secret.hash('administrator', bearer(request))) === expected;
}
