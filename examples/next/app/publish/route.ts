import { hearback, POST as url } from '../../lib/hearback';

/** Whoever has it may announce the post. Without one in the environment nobody can guess it. */
const token = process.env.PUBLISH_TOKEN ?? crypto.randomUUID();

/** To be called when the post was published or edited: `curl -X POST -H "Authorization: Bearer $PUBLISH_TOKEN" …/publish`. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get('authorization') !== `Bearer ${token}`)
    return new Response('The token is wrong.\n', { status: 401 });
  return Response.json(await hearback.send([url]));
}
