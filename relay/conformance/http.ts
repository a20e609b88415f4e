// Conformance: the HTTP routes and their refusals.
import { expect, test } from 'vitest';
import { BODY_MAX_BYTES } from '../http/readJson.ts';
import { createSecret } from '../admission/secret.ts';
import { call } from './client.ts';
import { besideAnother } from './pair.ts';
import type { Targets } from './target.ts';

export function testHttp(targets: () => Targets): void {
  test('[HTTP-1] an agent signs in and reads its name and its company', async () => {
    const { usual } = targets();
    const token = await usual.issueAgentToken('Sam Carter');
    const answer = await call(usual, '/api/agent', { token });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ name: 'Sam Carter', company: 'Acme' });
  });

  test('[HTTP-1] without a token of ours nobody is signed in', async () => {
    const { usual, hasty } = targets();
    const token = await usual.issueAgentToken('Sam Carter');
    for (const wrong of ['', 'nonsense', `${token}x`, await hasty.issueAgentToken('Elsewhere')]) {
      for (const [path, method] of [
        ['/api/agent', 'GET'],
        ['/api/sessions', 'POST'],
      ] as const) {
        await expectRefusal(await call(usual, path, { method, token: wrong }), 401, 'signInNeeded');
      }
    }
  });

  test('[ADMIT-6] a revoked token signs in no more, and its sessions take no new connection', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const administrator = await (await createSecret(usual.secret)).hash('administrator', '');
      const issue = { method: 'POST', token: administrator, body: '{"name":"Kim Lee"}' };
      const { id, token } = (await (await call(usual, '/api/agents', issue)).json()) as {
        id: string;
        token: string;
      };
      expect((await call(usual, '/api/agent', { token })).status).toBe(200);
      const revoke = { method: 'POST', token: administrator };
      expect((await call(usual, `/api/agents/${id}/revoke`, revoke)).status).toBe(200);
      await expectRefusal(await call(usual, '/api/agent', { token }), 403, 'agentRevoked');
      await expectRefusal(await call(usual, `/api/agents/${id}/revoke`, revoke), 404, 'notFound');
      const list = await call(usual, '/api/agents', { token: administrator });
      expect(await list.json()).toMatchObject({
        agents: expect.arrayContaining([
          expect.objectContaining({ id, name: 'Kim Lee', revokedMs: expect.any(Number) }),
        ]),
      });
    });
  });

  test('[HTTP-5] the administrator’s routes open to the relay’s own secret alone', async () => {
    const { usual } = targets();
    const agent = await usual.issueAgentToken('Sam Carter');
    const other = await (await createSecret('x'.repeat(40))).hash('administrator', '');
    for (const token of ['', agent, usual.secret, other]) {
      await expectRefusal(await call(usual, '/api/agents', { token }), 401, 'signInNeeded');
    }
  });

  test('[HTTP-1] an unknown path, a wrong method and a body that is not JSON are each named', async () => {
    const { usual } = targets();
    await expectRefusal(await call(usual, '/api/nothing'), 404, 'notFound');
    await expectRefusal(await call(usual, '/nothing'), 404, 'notFound');
    await expectRefusal(await call(usual, '/api/sessions'), 405, 'methodNotAllowed');
    await expectRefusal(
      await call(usual, '/api/agent', { method: 'POST' }),
      405,
      'methodNotAllowed',
    );
    await expectRefusal(await call(usual, '/api/keys/redeem'), 405, 'methodNotAllowed');
    for (const body of [
      '',
      '{',
      '[]',
      '"1"',
      'null',
      '{}',
      '{"securityKey":1}',
      '{"securityKey":"12"}',
    ]) {
      const answer = await call(usual, '/api/keys/redeem', { method: 'POST', body });
      await expectRefusal(answer, 400, 'badRequest');
    }
  });

  test('[HTTP-3] a body beyond the limit is refused, and the relay goes on', async () => {
    const { usual } = targets();
    await besideAnother(usual, async () => {
      const send = (length: number) =>
        call(usual, '/api/keys/redeem', { method: 'POST', body: 'x'.repeat(length) });
      await expectRefusal(await send(BODY_MAX_BYTES + 1), 413, 'bodyTooLarge');
      // Whoever is still writing when the relay has had enough may find the line cut before the answer is read.
      const cut = await send(4_000_000).catch(() => null);
      if (cut) await expectRefusal(cut, 413, 'bodyTooLarge');
    });
  });

  test('[HTTP-2] pages of any origin may ask, refusals included, and no cookie is set', async () => {
    const { usual } = targets();
    const asked = await call(usual, '/api/keys/redeem', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    for (const answer of [
      asked,
      await call(usual, '/api/agent'),
      await call(usual, '/alongside.js'),
    ]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  test('[HTTP-4] the snippet is served to every page, and not sent again while it is the same', async () => {
    const { usual } = targets();
    for (const path of ['/alongside.js', '/alongside-session.js']) {
      const answer = await call(usual, path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await answer.text()).toBe(snippetFiles[path.slice(1)]);
      const again = await call(usual, path, {
        headers: { 'if-none-match': answer.headers.get('etag')! },
      });
      expect(again.status).toBe(304);
    }
    await expectRefusal(await call(usual, '/alongside-other.js'), 404, 'notFound');
  });

  test('[HTTP-4] the one page among them may draw and nothing else, in whatever page it stands', async () => {
    const { usual } = targets();
    const answer = await call(usual, '/alongside-preview-0f9e8d7c.html');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'unsafe-inline'/);
    expect(policy).not.toMatch(/connect-src|frame-src|frame-ancestors|unsafe-eval/);
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('credentialless');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    await answer.body?.cancel();
    await expectRefusal(await call(usual, '/alongside.html'), 404, 'notFound');
  });

  test('it says that it is well', async () => {
    const answer = await call(targets().usual, '/healthz');
    expect([answer.status, await answer.text()]).toEqual([200, 'ok\n']);
  });
}

/** What the targets serve as the built snippet. */
export const snippetFiles: Readonly<Record<string, string>> = {
  'alongside.js': '/* loader */',
  'alongside-session.js': '/* session */',
  'alongside-preview-0f9e8d7c.html': '<!doctype html>',
};

export async function expectRefusal(
  answer: Response,
  status: number,
  problem: string,
): Promise<void> {
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ problem });
}
