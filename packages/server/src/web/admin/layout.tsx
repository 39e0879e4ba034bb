import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import { may, type Right, sitesWith } from '../../access.ts';
import type { Words } from '../../words/words.ts';
import { line } from '../text.ts';
import { LanguageForm } from './language-form.tsx';
import { Sitting } from './permitted.tsx';
import { Speaking, useWords } from './speaking.tsx';
import type { Reader, Visitor } from './visitor.ts';

type Section = keyof Words['layout']['sections'];

/** With the right that they ask for, on all sites or on any; the others are for whoever may look at one. */
type Sections = readonly (readonly [Section, Right?, 'any'?])[];
/** What happens, and what is set: in one row they are too many to be read. */
const HAPPENING: Sections = [['overview'], ['inbox'], ['links'], ['deliveries'], ['refused']];
const SETTING: Sections = [
  ['rules'],
  ['sites'],
  ['limits', 'see'],
  ['notices', 'change'],
  ['people', 'change'],
  ['tokens', 'change', 'any'],
  ['audit', 'change'],
];

interface PageProps {
  readonly title: string;
  readonly section?: Section;
  /** What this page has in its head besides; its route sends the policy for it. */
  readonly head?: Child;
  /** Name of the script of this page; its route has to send the policy that lets it run. */
  readonly script?: 'inbox' | 'moving';
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
  const { title, section, head, script, visitor, children } = props;
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
        {head}
        {script && <script type="module" src={`/admin/assets/${script}.js`} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {layout.skip}
        </a>
        <Sitting.Provider value={visitor}>
          {visitor && <Navigation section={section} visitor={visitor} />}
          <main class="container" id="content">
            {children}
          </main>
        </Sitting.Provider>
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
      <strong>Hearback</strong>
      <form method="post" action="/admin/logout">
        <Csrf visitor={visitor} />
        <a class="faint" href="/admin/account" aria-current={section === 'account' ? 'page' : undefined}>
          <bdi>{line(visitor.owner.name)}</bdi>
        </a>{' '}
        <button class="quiet" type="submit">
          {layout.logOut}
        </button>
      </form>
      <nav aria-label={layout.desk}>
        {[HAPPENING, SETTING].map((sections) => (
          <ul>
            {sections
              .filter(([, right, any]) => !right || mayOn(visitor, right, any))
              .map(([id]) => (
                <li>
                  <a href={`/admin/${id}`} aria-current={id === section ? 'page' : undefined}>
                    {layout.sections[id]}
                  </a>
                </li>
              ))}
          </ul>
        ))}
      </nav>
    </header>
  );
}

function mayOn({ memberships }: Visitor, right: Right, any: 'any' | undefined): boolean {
  return any ? sitesWith(memberships, right)?.length !== 0 : may(memberships, right, undefined);
}

/** Ties a form to the session; every form of the desk carries it. */
export function Csrf({ visitor }: { visitor: Visitor }) {
  return <input type="hidden" name="csrf" value={visitor.session.csrf} />;
}
