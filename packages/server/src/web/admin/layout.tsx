import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Words } from '../../words/words.ts';
import { LanguageForm } from './language-form.tsx';
import { Speaking, useWords } from './speaking.tsx';
import type { Reader, Visitor } from './visitor.ts';

type Section = keyof Words['layout']['sections'];

const SECTIONS: readonly Section[] = [
  'inbox',
  'deliveries',
  'refused',
  'rules',
  'limits',
  'sites',
  'notices',
  'tokens',
  'audit',
];

interface PageProps {
  readonly title: string;
  readonly section?: Section;
  /** Name of the script of this page; its route has to send the policy that lets it run. */
  readonly script?: 'inbox';
  readonly children: Child;
}

export type LayoutProps = PageProps &
  ({ readonly visitor: Visitor } | { readonly visitor?: undefined; readonly reader: Reader });

/** A whole page of the desk. */
export function page(props: LayoutProps) {
  return html`<!doctype html>
${(
  <Speaking value={readerOf(props).words}>
    <Layout {...props} />
  </Speaking>
)}`;
}

function readerOf(props: LayoutProps): Reader {
  return props.visitor ? props.visitor : props.reader;
}

function Layout(props: LayoutProps) {
  const { title, section, script, visitor, children } = props;
  const { language, layout } = useWords();
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Hearback</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin/assets/pico.css" />
        <link rel="stylesheet" href="/admin/assets/desk.css" />
        {script && <script type="module" src={`/admin/assets/${script}.js`} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {layout.skip}
        </a>
        {visitor && <Navigation section={section} visitor={visitor} />}
        <main class="container" id="content">
          {children}
        </main>
        <footer class="container">
          <LanguageForm path={readerOf(props).path}>{visitor && <Csrf visitor={visitor} />}</LanguageForm>
        </footer>
      </body>
    </html>
  );
}

function Navigation({ section, visitor }: { section: Section | undefined; visitor: Visitor }) {
  const { layout } = useWords();
  return (
    <header class="container bar">
      <nav aria-label={layout.desk}>
        <strong>Hearback</strong>
        <ul>
          {SECTIONS.map((id) => (
            <li>
              <a href={`/admin/${id}`} aria-current={id === section ? 'page' : undefined}>
                {layout.sections[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action="/admin/logout">
        <Csrf visitor={visitor} />
        <button class="quiet" type="submit">
          {layout.logOut}
        </button>
      </form>
    </header>
  );
}

/** Ties a form to the session; every form of the desk carries it. */
export function Csrf({ visitor }: { visitor: Visitor }) {
  return <input type="hidden" name="csrf" value={visitor.session.csrf} />;
}
