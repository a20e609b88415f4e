// A relay elsewhere, as its administrator speaks to it: over HTTP, with what its secret gives.
import { createSecret } from '../../../admission/secret.ts';
import { SettingProblem } from './settings.ts';
import type { Settings } from './settings.ts';

export type RemoteCall = (method: string, path: string, body?: object) => Promise<Response>;

export async function remoteRelay(relay: string, { secret }: Settings): Promise<RemoteCall> {
  if (secret === undefined) {
    throw new SettingProblem('Set ALONGSIDE_SECRET to the secret of the relay that you name.');
  }
  if (!URL.canParse(relay)) {
    throw new SettingProblem(`"${relay}" is no address. Give one such as https://relay.example.`);
  }
  const administrator = await (await createSecret(secret)).hash('administrator', '');
  return async (method, path, body) => {
    const answer = await fetch(new URL(path, relay), {
      method,
      headers: { authorization: `Bearer ${administrator}` },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new SettingProblem(`No relay answers at ${relay}. Check the address.`);
    });
    if (answer.status === 401) {
      throw new SettingProblem(`The relay at ${relay} has another secret.`);
    }
    return answer;
  };
}
