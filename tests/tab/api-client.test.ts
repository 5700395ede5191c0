import { z } from 'zod';
import { createApiClient, type ApiClient } from '../../tab/api/api-client';

const schema = z.object({ count: z.number() }).strict();

function client(
  answers: readonly (Response | Error)[],
  token = jest.fn(() => Promise.resolve('t')),
): { api: ApiClient; fetch: jest.Mock; token: jest.Mock } {
  const queue = [...answers];
  const fetch = jest.fn(() => {
    const next = queue.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  return {
    api: createApiClient({
      base: '/api/v1',
      token,
      fetch: fetch as unknown as typeof globalThis.fetch,
      language: 'fr',
    }),
    fetch,
    token,
  };
}

const problem = (code: string, status: number): Response =>
  Response.json({ code, message: 'Mots du serveur.', correlationId: 'c-1' }, { status });

describe('a call of the API', () => {
  it('carries the token and the reader’s language, and gives the value with its version', async () => {
    const { api, fetch } = client([Response.json({ count: 3 }, { headers: { etag: '"5"' } })]);
    await expect(api.send({ path: '/x', schema })).resolves.toEqual({
      kind: 'value',
      value: { count: 3 },
      etag: '"5"',
    });
    expect(fetch.mock.calls[0]).toEqual([
      '/api/v1/x',
      expect.objectContaining({
        headers: expect.objectContaining({ authorization: 'Bearer t', 'accept-language': 'fr' }),
      }),
    ]);
  });

  it('refuses an answer of another shape instead of drawing half a page', async () => {
    const { api } = client([Response.json({ count: 'three' })]);
    await expect(api.send({ path: '/x', schema })).resolves.toEqual({
      kind: 'problem',
      problem: { code: 'unreadable' },
    });
  });

  it('tells a refusal in the server’s words', async () => {
    const { api } = client([problem('not-ready', 409)]);
    await expect(api.send({ path: '/x', schema })).resolves.toMatchObject({
      kind: 'problem',
      problem: { code: 'not-ready', message: 'Mots du serveur.' },
    });
  });

  it.each(['token-too-old', 'token-refused', 'not-signed-in'])('asks once for a fresh token after %s', async (code) => {
    const { api, token } = client([problem(code, 401), Response.json({ count: 1 })]);
    await expect(api.send({ path: '/x', schema })).resolves.toMatchObject({ kind: 'value' });
    expect(token.mock.calls).toEqual([[false], [true]]);
  });

  it('does not ask a third time', async () => {
    const { api, fetch } = client([problem('token-refused', 401), problem('token-refused', 401)]);
    await expect(api.send({ path: '/x', schema })).resolves.toMatchObject({
      kind: 'problem',
      problem: { code: 'token-refused' },
    });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('tells the network from a missing token and from a cancelled call', async () => {
    await expect(client([new TypeError('net')]).api.send({ path: '/x', schema })).resolves.toEqual({
      kind: 'problem',
      problem: { code: 'offline' },
    });
    const refused = client(
      [],
      jest.fn(() => Promise.reject(new Error('consent'))),
    );
    await expect(refused.api.send({ path: '/x', schema })).resolves.toEqual({
      kind: 'problem',
      problem: { code: 'no-token' },
    });
    const controller = new AbortController();
    controller.abort();
    await expect(
      client([new TypeError('net')]).api.send({ path: '/x', schema, signal: controller.signal }),
    ).resolves.toEqual({ kind: 'cancelled' });
  });

  it('knows an unchanged answer', async () => {
    const { api } = client([new Response(null, { status: 304 })]);
    await expect(api.send({ path: '/x', schema })).resolves.toEqual({ kind: 'unchanged' });
  });
});
