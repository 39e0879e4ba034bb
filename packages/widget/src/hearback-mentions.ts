import { button, make } from './element.ts';
import { groupsOf } from './groups.ts';
import { readShowing, type Showing } from './mention.ts';
import { sharedSheet } from './style.ts';
import { type Words, wordsIn } from './words.ts';

const DEFAULT_LIMIT = '20';
const PATIENCE_MS = 15_000;
/** A place that is smaller than this was not kept free on purpose. */
const LEAST_PLACE = 60;

/**
 * `<hearback-mentions>`: the mentions of a page.
 *
 * Attributes: `target`, the page (its canonical URL, else its address, unless told); `api`, origin and path of the server
 * (the origin this script came from unless told); `limit`, how many of each group (20); `sort`, `newest` or `oldest`;
 * `lang`, else that of the page. Style: custom properties `--hearback-color`, `-link`, `-faint`, `-rule`, `-gap`, `-face`,
 * `-min-height`; parts: `box content group likes reposts bookmarks replies mentions title count faces face list mention
 * head avatar author source date text more empty status retry open`.
 *
 * What stands between its tags is seen until the mentions are there, when they cannot be had, and where scripts are off:
 * put what `/fragment?target=…` answers there when you build the page.
 */
export class HearbackMentions extends HTMLElement {
  static readonly observedAttributes = ['target', 'api', 'limit', 'sort', 'lang'];
  #content = make('div', { part: 'content' });
  /** Stays while its text changes, so that screen readers say it. */
  #status = make('p', { part: 'status', role: 'status' });
  #box = make('div', { part: 'box' }, this.#content, this.#status);
  #running: AbortController | undefined;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const view = this.attachShadow({ mode: 'open' });
      view.adoptedStyleSheets = [sharedSheet()];
      view.append(this.#box);
    }
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#running?.abort();
  }

  attributeChangedCallback(): void {
    // Those that are in the page from the beginning come before there is anything to load into.
    if (this.shadowRoot && this.isConnected) void this.#load();
  }

  async #load(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const words = wordsIn(this.#language());
    // Beside what the page was built with a line more would push it down.
    this.#status.hidden = this.childElementCount > 0;
    this.#status.textContent = words[0];
    this.#content.replaceChildren(make('slot', {}));
    this.ariaBusy = 'true';
    try {
      const showing = await this.#ask(running.signal);
      const more = (group: string, offset: number) => {
        this.#open();
        return this.#ask(running.signal, { group, offset: String(offset) });
      };
      this.#show(showing.showMore, () => {
        this.#status.textContent = '';
        this.#content.replaceChildren(...groupsOf(showing, more, words[2]));
      });
    } catch {
      // A newer load, or the element's removal, ended this one: what is shown is no longer ours to change.
      if (running.signal.aborted) return;
      this.#fail(words);
    }
    this.ariaBusy = null;
  }

  async #ask(signal: AbortSignal, part: Record<string, string> = {}): Promise<Showing> {
    const said = (name: string) => this.getAttribute(name) ?? '';
    const base = said('api') || new URL(import.meta.url).origin;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
    const query = new URLSearchParams({
      target: said('target') || canonical || location.href,
      limit: said('limit') || DEFAULT_LIMIT,
      sort: said('sort'),
      lang: this.#language(),
      ...part,
    });
    const response = await fetch(`${base.replace(/\/$/, '')}/fragment.json?${query}`, {
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    if (!response.ok) throw response;
    const showing = readShowing(await response.json());
    if (!showing.empty) throw response;
    return showing;
  }

  #language(): string {
    return this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
  }

  #fail([, failed, again]: Words): void {
    this.#status.hidden = false;
    this.#status.replaceChildren(
      `${failed} `,
      button('retry', again, () => void this.#load()),
    );
  }

  /**
   * Changes what is shown without moving what the reader sees below: while that is in sight the place stays as high as it
   * was, and what is higher can be scrolled in it, and opened.
   */
  #show(label: string, change: () => void): void {
    this.#open();
    const box = this.#box;
    const { bottom, height } = box.getBoundingClientRect();
    change();
    if (bottom < 0 || bottom > innerHeight || height < LEAST_PLACE) return;
    box.style.minHeight = `${height}px`;
    if (box.offsetHeight <= Math.ceil(height)) return;
    box.style.maxHeight = box.style.minHeight;
    box.className = 'cut';
    box.append(button('open', label, () => this.#open()));
  }

  #open(): void {
    this.#box.style.maxHeight = this.#box.className = '';
    this.#box.querySelector('[part=open]')?.remove();
  }
}

if (!customElements.get('hearback-mentions')) customElements.define('hearback-mentions', HearbackMentions);
