// The relay on Cloudflare's platform or a workerd of one's own. Admits connections before any room is touched.
import { closeCodes } from '../../../protocol/closeCodes.ts';
import { encode } from '../../../protocol/frame.ts';
import { admit } from '../../admission/admit.ts';
import type { Admission } from '../../admission/admit.ts';
import { readRoomToken } from '../../admission/roomToken.ts';
import { createSecret } from '../../admission/secret.ts';
import { refusal } from '../../http/answers.ts';
import { createRelayHttp } from '../../http/relayHttp.ts';
import { ledgerOf, policyOf } from './environment.ts';
import type { Environment } from './environment.ts';
import { admittedRequest } from './identityHeader.ts';
import { addressedRequest } from './ledgerObject.ts';

export { LedgerObject } from './ledgerObject.ts';
export { Session } from './session.ts';

export default {
  async fetch(request, env): Promise<Response> {
    try {
      // Said before anything is answered: a relay that cannot read its rules does no work.
      policyOf(env);
      const room = /^\/parties\/session\/([\w-]{1,64})$/.exec(new URL(request.url).pathname)?.[1];
      return await (room === undefined ? http(request, env) : connect(request, env, room));
    } catch (error) {
      console.error('The relay failed inside:', error);
      return refusal('internal');
    }
  },
} satisfies ExportedHandler<Environment>;

function http(request: Request, env: Environment): Promise<Response> {
  const handle = createRelayHttp({
    api: (asked, address) => ledgerOf(env).fetch(addressedRequest(asked, address)),
    findFile: async (name) => {
      const file = await env.SNIPPET.fetch(new URL(`/${name}`, request.url));
      return file.ok ? new Uint8Array(await file.arrayBuffer()) : null;
    },
  });
  return handle(request, addressOf(request, env));
}

/** Of a list, the last address is the one that whatever stands in front saw itself. */
function addressOf(request: Request, { ALONGSIDE_ADDRESS_HEADER: header }: Environment): string {
  return (header && request.headers.get(header)?.split(',').at(-1)?.trim()) || '';
}

async function connect(request: Request, env: Environment, room: string): Promise<Response> {
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') return refusal('notFound');
  const query = new URL(request.url).searchParams;
  const secret = await createSecret(env.ALONGSIDE_SECRET);
  const claim = await readRoomToken(secret, query.get('token') ?? '', Date.now());
  const agent = claim?.identity.role === 'agent' ? claim.identity.participant : null;
  const admission = admit(
    { room, version: query.get('v'), claim },
    await ledgerOf(env).knockFacts(room, agent),
  );
  if (admission.type === 'refused') return refuse(admission);
  return env.Session.getByName(room).fetch(admittedRequest(request, admission.identity));
}

/** Accepted and closed with its code: a browser cannot read an upgrade's HTTP status. */
function refuse({ name, endReason }: Extract<Admission, { type: 'refused' }>): Response {
  const { 0: theirs, 1: ours } = new WebSocketPair();
  ours.accept();
  if (endReason !== null) ours.send(encode({ kind: 'ended', reason: endReason }));
  ours.close(closeCodes[name], name);
  return new Response(null, { status: 101, webSocket: theirs });
}
