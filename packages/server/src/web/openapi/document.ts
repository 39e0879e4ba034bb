import { VERSION } from '../../version.ts';
import { MOVING } from './moving.ts';
import { OWNER, SERVICE } from './owner.ts';
import { RECEIVING } from './receiving.ts';
import { SCHEMAS } from './schema.ts';
import { SHOWING } from './showing.ts';

/** What programs may ask, as OpenAPI 3.1. Every route that is no page of the desk is in it, which a test sees to. */
export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hearback',
      version: VERSION,
      description: 'Pingback, Webmention, TrackBack and Refback: received, shown and sent.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [
      { name: 'receiving', description: 'For whoever links to a page of ours. Needs nothing.' },
      { name: 'showing', description: 'What is public, for readers and their programs.' },
      { name: 'owner', description: 'For programs of the owner, with a token.' },
      { name: 'service', description: 'For whoever runs it.' },
    ],
    security: [],
    paths: { ...RECEIVING, ...SHOWING, ...OWNER, ...MOVING, ...SERVICE },
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of /admin/tokens: hb_ and 43 characters.' },
      },
    },
  };
}
