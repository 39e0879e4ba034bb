import { inertJson } from '../api/json.ts';

/** An answer for one holder of a token: nobody keeps it, and no page of another origin may read it. */
export function reply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(inertJson(value), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}

export function refusal(status: number, error: string, description: string): Response {
  return reply(status, { error, error_description: description });
}

/** A place in a list that cannot be read: one who spoils it would else begin again, and never come to an end. */
export function strayed(name: string): Response {
  return refusal(400, 'invalid_input', `"${name}" is no value that a page before this one has given.`);
}

/** One text for what is not there and for what is another site's. */
export function missing(): Response {
  return refusal(404, 'not_found', 'There is nothing with this id.');
}
