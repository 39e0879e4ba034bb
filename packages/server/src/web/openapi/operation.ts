import { ref, type Schema, text } from './schema.ts';

/** One operation of the document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly [string];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Reply>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

interface Reply {
  readonly description: string;
  readonly content?: Content;
}

/** By path, and there by method, as OpenAPI has them. */
export type Paths = Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', Operation>>>>>;

export const query = (name: string, description: string, schema: Schema = text): Parameter => {
  return { name, in: 'query', required: false, description, schema };
};
export const asked = (name: string, description: string): Parameter => ({
  ...query(name, description),
  required: true,
});
export const inPath = (name: string, description: string): Parameter => {
  return { name, in: 'path', required: true, description, schema: text };
};

export const json = (description: string, schema: Schema): Reply => {
  return { description, content: { 'application/json': { schema } } };
};
/** Of anything but JSON, whose shape has to be said; one of JSON's relatives has a specification of its own (JSON Feed 1.1). */
export const typed = <T extends string>(
  description: string,
  ...types: readonly (T extends 'application/json' ? never : T)[]
): Reply => {
  const schemaOf = (type: string) => (type.endsWith('+json') ? { type: 'object' } : text);
  return { description, content: Object.fromEntries(types.map((type) => [type, { schema: schemaOf(type) }])) };
};
/** JSON, or as whoever asks for something else gets it. */
export const jsonOr = <T extends string>(
  description: string,
  schema: Schema,
  ...types: readonly (T extends 'application/json' ? never : T)[]
): Reply => {
  return { description, content: { ...json(description, schema).content, ...typed(description, ...types).content } };
};
/** An error as a page, or as JSON for whoever asks for that. */
export const wrongPage = (description: string): Reply => jsonOr(description, ref('Error'), 'text/html');
export const empty = (description: string): Reply => ({ description });
export const wrong = (description: string): Reply => json(description, ref('Error'));

export const form = (schema: Schema): NonNullable<Operation['requestBody']> => {
  return { required: true, content: { 'application/x-www-form-urlencoded': { schema } } };
};
export const formOrJson = (schema: Schema): NonNullable<Operation['requestBody']> => {
  return {
    required: true,
    content: { 'application/x-www-form-urlencoded': { schema }, 'application/json': { schema } },
  };
};

/** A token in `Authorization: Bearer`. */
export const BEARER: NonNullable<Operation['security']> = [{ bearer: [] }];
/** The same, or nobody in particular. */
export const ANYBODY_OR_BEARER: NonNullable<Operation['security']> = [{}, { bearer: [] }];
