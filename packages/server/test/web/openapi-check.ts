import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { openApiDocument } from '../../src/web/openapi/document.ts';
import type { Operation } from '../../src/web/openapi/operation.ts';

export const document = openApiDocument('https://hear.example');
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: 'document', components: document.components });

const checks = new WeakMap<object, ValidateFunction>();

function checkOf(schema: object): ValidateFunction {
  const known = checks.get(schema);
  if (known) return known;
  const check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')));
  checks.set(schema, check);
  return check;
}

/** In what a reply is not as the document says; `undefined` when it is. */
export async function deviation(reply: Response, operation: Operation | undefined): Promise<string | undefined> {
  const promised = operation?.responses[String(reply.status)];
  if (!promised) return `${reply.status} is not in the document`;
  const body = await reply.text();
  const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (promised.content === undefined)
    return body === '' ? undefined : `${reply.status} has a body, and none is in the document`;
  const schema = promised.content[type]?.schema;
  if (!schema) return `${reply.status} as ${type || 'nothing'} is not in the document`;
  if (!/[/+]json$/.test(type)) return undefined;
  const check = checkOf(schema);
  return check(JSON.parse(body))
    ? undefined
    : `${reply.status}: ${JSON.stringify(check.errors)} of ${body.slice(0, 200)}`;
}
