import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Child } from 'hono/jsx';
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../words/language.ts';
import type { WebDeps } from '../deps.ts';
import { LANGUAGE_COOKIE } from '../language.ts';
import type { Door } from '../session/door.ts';
import { sameSecret } from '../session/secret.ts';
import type { Sessions } from '../session/sessions.ts';
import { useWords } from './speaking.tsx';
import type { DeskEnv } from './visitor.ts';

const YEAR_S = 365 * 24 * 60 * 60;

interface LanguageDeps extends Pick<WebDeps, 'store'> {
  readonly sessions: Sessions;
  readonly door: () => Door;
  readonly secretOf: (c: Context<DeskEnv>) => string | undefined;
}

/** Sets the language of this browser and, for who is logged in, of every other one and of the mail. */
export function setLanguage({ store, sessions, door, secretOf }: LanguageDeps) {
  return async (c: Context<DeskEnv>): Promise<Response> => {
    const { form } = c.var;
    const language = asLanguage(form.get('language'));
    if (language) {
      setCookie(c, LANGUAGE_COOKIE, language, {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        secure: door().cookie.secure,
        maxAge: YEAR_S,
      });
      const visitor = await sessions.find(secretOf(c));
      if (visitor && sameSecret(form.get('csrf') ?? '', visitor.session.csrf))
        await store.owners.setLanguage(visitor.owner.id, language);
    }
    return c.redirect(safeBack(form.get('back')), 303);
  };
}

/** The page of the desk that the form stood on; nothing that leads elsewhere. */
function safeBack(path: string | null): string {
  const url = URL.parse(path ?? '', 'http://desk.invalid');
  const isOurs = url?.host === 'desk.invalid' && /^\/admin(?:\/|$)/.test(url.pathname);
  return isOurs ? `${url.pathname}${url.search}` : '/admin/';
}

/** The choice of the language at the foot of the page at `path`. What ties it to a session stands within. */
export function LanguageForm({ path, children }: { path: string; children: Child }) {
  const { language: current, layout } = useWords();
  return (
    <form method="post" action="/admin/language" class="language">
      {children}
      <input type="hidden" name="back" value={path} />
      <label>
        {layout.language}{' '}
        <select name="language">
          {LANGUAGES.map((language) => (
            <option value={language} lang={language} selected={language === current}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="quiet">
        {layout.change}
      </button>
    </form>
  );
}
