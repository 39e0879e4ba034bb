import type { Site } from '../../site.ts';
import { advertisement } from '../advertisement.ts';

/** What to copy into the pages of a site. */
export function Snippets({ site, publicUrl }: { site: Site; publicUrl: string }) {
  const { element, header, widget, fragment } = advertisement(publicUrl, site.url);
  return (
    <section>
      <h3>Let other blogs find you</h3>
      {site.receive ? (
        <>
          <Block caption="Into the head of every page, as it stands:" text={element} />
          <Block
            caption="And, if your server lets you add a header, the same there (some programs read only headers):"
            text={header}
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
