import type { Protocol } from '@hearback/protocol';
import type { Site } from '../../site.ts';
import { advertisement, readersElements, WIDGET_PLACE } from '../advertisement.ts';
import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';

interface SnippetsProps {
  readonly site: Site;
  /** Those that are received: the others must not be invited. */
  readonly protocols: readonly Protocol[];
  readonly publicUrl: string;
}

/** What to copy into the pages of a site. */
export function Snippets({ site, protocols, publicUrl }: SnippetsProps) {
  const { snippets } = useWords();
  const { elements, headers, rdf, beacon, widget, fragment } = advertisement(publicUrl, site.url, protocols);
  const { desk } = useWords().showing;
  const { feeds, badge } = readersElements(publicUrl, site);
  return (
    <section>
      <h3>{snippets.find}</h3>
      {site.receive ? (
        <>
          {elements.length > 0 && (
            <>
              <Block caption={snippets.head} text={elements.join('\n')} />
              <Block caption={snippets.headers} text={headers.join('\n')} />
            </>
          )}
          {protocols.includes('trackback') && <Block caption={snippets.rdf} text={rdf} />}
          {protocols.includes('refback') && <Block caption={snippets.beacon} text={beacon} />}
        </>
      ) : (
        <p>{snippets.off}</p>
      )}
      <h3>{snippets.show}</h3>
      <Block caption={snippets.widget} text={widget} />
      <Block caption={snippets.fragment} text={fragment} />
      <Block caption={desk.place} text={WIDGET_PLACE} />
      <Block caption={desk.feeds} text={feeds.join('\n')} />
      <Block caption={desk.badge} text={badge} />
    </section>
  );
}

function Block({ caption, text }: { caption: string; text: string }) {
  return (
    <figure class="snippet">
      <figcaption>
        <Marked text={caption} />
      </figcaption>
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
