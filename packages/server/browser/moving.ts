const EVERY_MS = 2000;

const run = document.getElementById('run');

/** Shows how far a file is, as long as somebody looks. When it is at its end the whole page comes anew, with what was left out. */
async function look(): Promise<void> {
  if (!document.hidden) {
    try {
      const response = await fetch(`${location.pathname}/now`);
      if (!response.ok || response.redirected) return;
      if (response.headers.has('x-ended')) return location.reload();
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      run?.replaceChildren(...fresh.body.childNodes);
    } catch {
      // The server is away for a moment: it is asked again.
    }
  }
  setTimeout(() => void look(), EVERY_MS);
}

if (run?.dataset.live) setTimeout(() => void look(), EVERY_MS);
