import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Visitor } from './visitor.ts';

type Section = 'inbox' | 'deliveries' | 'refused' | 'rules' | 'limits' | 'sites' | 'tokens' | 'audit';

const SECTIONS: readonly (readonly [Section, string])[] = [
  ['inbox', 'Inbox'],
  ['deliveries', 'Sent'],
  ['refused', 'Turned away'],
  ['rules', 'Rules'],
  ['limits', 'Limits'],
  ['sites', 'Sites'],
  ['tokens', 'Tokens'],
  ['audit', 'Log'],
];

export interface LayoutProps {
  readonly title: string;
  readonly section?: Section;
  readonly visitor?: Visitor;
  readonly children: Child;
}

/** A whole page of the desk. */
export function page(props: LayoutProps) {
  return html`<!doctype html>
${<Layout {...props} />}`;
}

function Layout({ title, section, visitor, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Hearback</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/admin/assets/pico.css" />
        <link rel="stylesheet" href="/admin/assets/desk.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        {visitor && <Navigation section={section} visitor={visitor} />}
        <main class="container" id="content">
          {children}
        </main>
      </body>
    </html>
  );
}

function Navigation({ section, visitor }: { section: Section | undefined; visitor: Visitor }) {
  return (
    <header class="container bar">
      <nav aria-label="Desk">
        <strong>Hearback</strong>
        <ul>
          {SECTIONS.map(([id, label]) => (
            <li>
              <a href={`/admin/${id}`} aria-current={id === section ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action="/admin/logout">
        <Csrf visitor={visitor} />
        <button class="quiet" type="submit">
          Log out
        </button>
      </form>
    </header>
  );
}

/** Ties a form to the session; every form of the desk carries it. */
export function Csrf({ visitor }: { visitor: Visitor }) {
  return <input type="hidden" name="csrf" value={visitor.session.csrf} />;
}
