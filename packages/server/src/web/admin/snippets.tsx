import type { Protocol } from '@hearback/protocol';
import type { Site } from '../../site.ts';
import { advertisement } from '../advertisement.ts';

interface SnippetsProps {
  readonly site: Site;
  /** Those that are received: the others must not be invited. */
  readonly protocols: readonly Protocol[];
  readonly publicUrl: string;
}

/** What to copy into the pages of a site. */
export function Snippets({ site, protocols, publicUrl }: SnippetsProps) {
  const { elements, headers, rdf, beacon, widget, fragment } = advertisement(publicUrl, site.url, protocols);
  return (
    <section>
      <h3>Let other blogs find you</h3>
      {site.receive ? (
        <>
          {elements.length > 0 && (
            <>
              <Block caption="Into the head of every page, as it stands:" text={elements.join('\n')} />
              <Block
                caption="And, if your server lets you add headers, the same there (some programs read only headers):"
                text={headers.join('\n')}
              />
            </>
          )}
          {protocols.includes('trackback') && (
            <Block
              caption="For blogs that send TrackBacks, into every post: each with its own address instead of this one (after target= percent-encoded) and its own title, where no two hyphens may stand together."
              text={rdf}
            />
          )}
          {protocols.includes('refback') && (
            <Block
              caption="To hear of links that nobody announces, at the end of every page: it reports where a visitor came from. (“hearback refback FILE” reads the same from your server’s access log.)"
              text={beacon}
            />
          )}
        </>
      ) : (
        <p>
          Receiving is off for this site, so there is nothing to copy: its pages must not invite what would be refused.
          Turn it on above.
        </p>
      )}
      <h3>Show the mentions</h3>
      <Block caption="Where they shall appear under a post:" text={widget} />
      <Block
        caption="Or without scripts: put what this address answers into the page when you build it."
        text={fragment}
      />
    </section>
  );
}

function Block({ caption, text }: { caption: string; text: string }) {
  return (
    <figure class="snippet">
      <figcaption>{caption}</figcaption>
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
