import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hono } from 'hono';
import { HearbackError } from '../errors.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import { intakeOf } from './intake.ts';
import type { Known } from './known.ts';
import { belowPrefix } from './prefix.ts';

/** The host's next handler; with an error, its handler of errors. */
export type Next = (error?: Error) => void;

export interface MountDeps {
  readonly app: Pick<Hono<Known>, 'routes'>;
  readonly directory: Pick<SiteDirectory, 'byId'>;
  readonly prefix: () => string;
  /** Answers, whatever is asked. The target is what lies below the prefix. */
  readonly reply: (req: IncomingMessage, res: ServerResponse, target: string) => void;
}

const EATEN =
  'Hearback cannot read the body of a request, because something before it did: mount Hearback before body parsers, such as express.json().';

/**
 * For a server of somebody else's: answers what is ours by its first segment, and hands everything else on untouched.
 * Below a prefix of its own, the bare prefix is ours too; without one, `/` is the host's front page.
 */
export function createMount({ app, directory, prefix, reply }: MountDeps) {
  const segments = new Set(
    app.routes.map(({ path }) => path.split('/')[1] ?? '').filter((name) => /^[\w.]+$/.test(name)),
  );

  function isOurs(target: string): boolean {
    const intake = intakeOf(target);
    if (intake) return intake.site === undefined || directory.byId(intake.site) !== undefined;
    const segment = /^\/([^/?]*)/.exec(target)?.[1] ?? '';
    return segment === '' ? prefix() !== '' && /^\/(?:\?|$)/.test(target) : segments.has(segment);
  }

  return (req: IncomingMessage, res: ServerResponse, next: Next): void => {
    // Express and Connect cut what they mounted at off `url`, and keep the whole here.
    const { originalUrl } = req as { originalUrl?: string };
    const target = belowPrefix(originForm(originalUrl ?? req.url), prefix());
    if (target === undefined || !isOurs(target)) {
      next();
    } else if (req.readableDidRead && req.method !== 'GET' && req.method !== 'HEAD') {
      next(new HearbackError('mount', EATEN));
    } else {
      // The host's server has said `100 Continue` by now.
      delete req.headers.expect;
      reply(req, res, target);
    }
  };
}

/** A proxy may ask in absolute form (RFC 9112 §3.2.2); the host of it is not ours to judge here. */
export function originForm(url = '/'): string {
  return url.replace(/^https?:\/\/[^/?]*/i, '');
}
