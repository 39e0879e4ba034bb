import { make } from './element.ts';
import { listOf } from './list.ts';
import { readFeed } from './mention.ts';
import { sharedSheet } from './style.ts';

const DEFAULT_LIMIT = 50;
const PATIENCE_MS = 15_000;

/**
 * `<hearback-mentions>`: the mentions of a page.
 *
 * Attributes: `target`, the page (its canonical URL, else its address, unless told); `api`, origin and path of the server
 * (the origin this script came from unless told); `limit`, how many to show (50). Properties for style:
 * `--hearback-color`, `-link`, `-faint`, `-rule`, `-gap`, `-min-height`; parts: `list mention head author source date text
 * more empty status retry`.
 *
 * What stands between its tags is seen until the mentions are there, when they cannot be had, and where scripts are off:
 * put what `/fragment?target=…` answers there when you build the page.
 */
export class HearbackMentions extends HTMLElement {
  static readonly observedAttributes = ['target', 'api', 'limit'];
  /** Stays while its content changes, so that screen readers announce the change. */
  #region = make('div', { 'aria-live': 'polite' });
  #running: AbortController | undefined;
  #planned = false;

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const view = this.attachShadow({ mode: 'open' });
      view.adoptedStyleSheets = [sharedSheet()];
      view.append(this.#region);
    }
    this.#reload();
  }

  disconnectedCallback(): void {
    this.#running?.abort();
  }

  attributeChangedCallback(): void {
    if (this.shadowRoot) this.#reload();
  }

  /** Once for all attributes that change together. */
  #reload(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (this.isConnected) void this.#load();
    });
  }

  async #load(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#region.replaceChildren(make('p', { part: 'status' }, 'Loading mentions…'), make('slot', {}));
    this.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(this.#address(), {
        credentials: 'omit',
        signal: AbortSignal.any([running.signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      this.#region.replaceChildren(...listOf(readFeed(await response.json())));
    } catch {
      // A newer load, or the element's removal, ended this one: what is shown is no longer ours to change.
      if (running.signal.aborted) return;
      this.#region.replaceChildren(this.#failure(), make('slot', {}));
    }
    this.removeAttribute('aria-busy');
  }

  #address(): string {
    const base = this.getAttribute('api') || new URL(import.meta.url).origin;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
    const target = this.getAttribute('target') || canonical || location.href;
    const limit = Number(this.getAttribute('limit'));
    const query = new URLSearchParams({ target, 'per-page': String(limit >= 1 ? Math.floor(limit) : DEFAULT_LIMIT) });
    return `${base.replace(/\/$/, '')}/api/mentions.jf2?${query}`;
  }

  #failure(): HTMLElement {
    const retry = make('button', { part: 'retry', type: 'button' }, 'Try again');
    retry.addEventListener('click', () => void this.#load());
    return make('p', { part: 'status' }, 'The mentions could not be loaded. ', retry);
  }
}

if (!customElements.get('hearback-mentions')) customElements.define('hearback-mentions', HearbackMentions);
