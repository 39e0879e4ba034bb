import { html } from 'hono/html';
import type { SenderStep, SenderView } from '../inbound/sender-view.ts';
import { iso } from '../mention-json.ts';
import type { Language } from '../words/language.ts';
import { type Words, wordsOf } from '../words/words.ts';

/** What a sender is told, as a page. */
export function statusPage(language: Language, { reason, steps }: SenderView) {
  const words = wordsOf(language);
  const { sender, write } = words;
  const { title, sentence, todo } = sender.reason[reason];
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/admin/assets/pico.css"></head>
<body><main class="container"><h1>${title}</h1><p>${sentence}</p><h2>${sender.todo}</h2><p>${todo}</p><h2>${sender.steps}</h2>
<ol>${steps.map((step) => html`<li><time datetime="${iso(step.at)}">${write.moment(step.at)}</time> ${said(step, words)}</li>`)}</ol></main></body></html>
`;
}

/** The same for programs. */
export function statusJson({ reason, steps }: SenderView) {
  const words = wordsOf('en');
  const { sentence, todo } = words.sender.reason[reason];
  const told = steps.map((one) => ({
    ...{ at: iso(one.at), step: one.step, outcome: one.outcome },
    reason: said(one, words),
  }));
  return { summary: sentence, reason, todo, steps: told };
}

function said({ outcome }: SenderStep, { sender }: Words): string {
  return outcome === 'received' || outcome === 'linked' ? sender[outcome] : sender.reason[outcome].sentence;
}
