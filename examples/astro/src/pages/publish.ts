import type { APIRoute } from 'astro';

/** Whoever has it may announce the post. Without one in the environment nobody can guess it. */
const token = process.env.PUBLISH_TOKEN ?? crypto.randomUUID();

/**
 * To be called when the post was published or edited: `curl --json '{}' -H "Authorization: Bearer $PUBLISH_TOKEN" …/publish`.
 * As JSON, because Astro refuses what could be a form from elsewhere.
 */
export const POST: APIRoute = async ({ request, locals: { hearback, publicUrl } }) => {
  if (request.headers.get('authorization') !== `Bearer ${token}`)
    return new Response('The token is wrong.\n', { status: 401 });
  return Response.json(await hearback.send([new URL('/hello', publicUrl).href]));
};
