import type { Child } from 'hono/jsx';
import type { Site } from '../../site.ts';
import { advertisement, readersElements, WIDGET_PLACE } from '../advertisement.ts';
import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';

/** What to copy into the pages of a site. */
export function Snippets({ site, publicUrl }: { site: Site; publicUrl: string }) {
  const { elements, headers, rdf, beacon, widget, fragment } = advertisement(publicUrl, site.url);
  const { desk } = useWords().showing;
  const { feeds, badge } = readersElements(publicUrl, site);
  return (
    <section>
      <h3>Let other blogs find you</h3>
      {site.receive ? (
        <>
          <Block caption="Into the head of every page, as it stands:" text={elements.join('\n')} />
          <Block
            caption="And, if your server lets you add headers, the same there (some programs read only headers):"
            text={headers.join('\n')}
          />
          <Block
            caption="For blogs that send TrackBacks, into every post: each with its own address instead of this one (after target= percent-encoded) and its own title, where no two hyphens may stand together."
            text={rdf}
          />
          <Block
            caption="To hear of links that nobody announces, at the end of every page: it reports where a visitor came from. (“hearback refback FILE” reads the same from your server’s access log.)"
            text={beacon}
          />
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
      <Block caption={<Marked text={desk.place} />} text={WIDGET_PLACE} />
      <Block caption={<Marked text={desk.feeds} />} text={feeds.join('\n')} />
      <Block caption={desk.badge} text={badge} />
    </section>
  );
}

function Block({ caption, text }: { caption: Child; text: string }) {
  return (
    <figure class="snippet">
      <figcaption>{caption}</figcaption>
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
