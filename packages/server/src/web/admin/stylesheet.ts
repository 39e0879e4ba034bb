/** What the charts count, each with a colour of its own in the light and in the dark. */
const SERIES =
  'approved delivered pending queued retrying rejected unsupported spam failed absent skipped refused live new lost linked other'.split(
    ' ',
  );

/**
 * What Pico does not know: the bar, the tabs and the cards. Colours are mixed from Pico's, so dark mode follows by itself;
 * its own muted colour is too weak for small text on a card in the dark (axe: under 4.5 to 1).
 */
export const STYLESHEET = `
:root { --pico-font-size: 100%; --pico-border-radius: 0.4rem; }
body { --page: var(--pico-background-color); --faint: color-mix(in srgb, var(--pico-color) 78%, var(--pico-background-color)); --pico-accordion-open-summary-color: var(--faint); }
h1 { --pico-font-size: 1.6rem; margin-block: 0 1rem; }
h2 { --pico-font-size: 1.2rem; margin-bottom: 0.5rem; }
h3 { --pico-font-size: 1rem; margin-bottom: 0.5rem; }
main.container, header.container, footer.container { max-width: 52rem; }
main.container { padding-block: 1.5rem 4rem; }
article.narrow { max-width: 26rem; margin-inline: auto; }
main :is(bdi, h1, h2, code) { overflow-wrap: anywhere; }
mark { padding-inline: 0; }
.skip { position: absolute; inset-inline-start: -100rem; }
.skip:focus { position: static; }

.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1rem; padding-block: 0.5rem; border-bottom: 1px solid var(--pico-muted-border-color); }
.bar nav { flex: 1 0 100%; flex-direction: column; }
.bar nav ul { margin: 0; margin-inline-start: -0.6rem; flex-wrap: wrap; }
.bar nav li { padding: 0.3rem 0.6rem; }
.bar nav ul + ul { font-size: 0.875rem; }
.bar form { margin: 0; }
[aria-current="page"] { font-weight: 600; text-decoration: underline; text-underline-offset: 0.3em; }

.tabs { border-bottom: 1px solid var(--pico-muted-border-color); margin-bottom: 1.5rem; }
nav.tabs > ul:first-of-type { flex-wrap: wrap; margin: 0; margin-inline-start: -0.75rem; }
.tabs li { padding: 0.5rem 0.75rem; }
.count { color: var(--faint); font-variant-numeric: tabular-nums; }

button.quiet { width: auto; margin: 0; padding: 0.2rem 0.5rem; background: none; border-color: transparent; color: var(--pico-secondary); font-size: 0.875rem; }
button.quiet:hover, button.quiet:focus-visible { text-decoration: underline; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.buttons button, details button, button.save { width: auto; margin: 0; padding: 0.35rem 0.9rem; font-size: 0.9375rem; }
button.save { margin-bottom: 1rem; }
.bulk { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-bottom: 1rem; }
.bulk :is(fieldset, label) { width: auto; margin: 0; }
.bulk legend { float: inline-start; width: auto; margin: 0 0.5rem 0 0; color: var(--faint); font-size: 0.875rem; }

.mention > header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.25rem 1rem; }
.mention > header > * { margin: 0; }
.mention p, .mention blockquote { margin-block: 0 0.75rem; overflow-wrap: anywhere; }
.buttons + details, .mention footer details { margin: 0.75rem 0 0; }
.mention footer details p { margin: 0.5rem 0 0; }
.tick { display: flex; gap: 0.25rem; align-items: center; overflow-wrap: anywhere; }
.tick > input, .tick > label > input { flex: none; }
.title { font-size: 1.0625rem; }
.address { overflow-wrap: anywhere; }
small.address { display: block; color: var(--faint); }
.faint, .reasons { color: var(--faint); }
.reasons { font-size: 0.9375rem; margin-bottom: 0; }
.reasons:empty { display: none; }
.empty { color: var(--faint); }

[role="status"], [role="alert"] { padding: 0.75rem 1rem; border-radius: var(--pico-border-radius); border: 1px solid var(--pico-muted-border-color); background: var(--pico-card-background-color); }
[role="alert"] { border-color: var(--pico-del-color); }

.facts { margin-top: 1.5rem; display: grid; grid-template-columns: max-content 1fr; gap: 0.4rem 1rem; }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.facts ul { margin: 0; padding-inline-start: 1rem; }
.trace li { margin-bottom: 0.6rem; overflow-wrap: anywhere; }
.trace small { color: var(--faint); }
.language, .language label { display: flex; align-items: center; gap: 0.5rem; margin: 0; font-size: 0.875rem; }
.language select { width: auto; margin: 0; padding-block: 0.3rem; font-size: 0.875rem; }
.wrong::before, input[aria-invalid] ~ small::before { content: "⚠ "; }
.rules { padding: 0; }
.rules li { display: flex; flex-wrap: wrap; justify-content: end; align-items: baseline; gap: 0 1rem; list-style: none; overflow-wrap: anywhere; }
.rules li > span { flex: 1 1 14rem; }
.rules li > button { width: auto; }
.rules .buttons input { flex: 1 1 8rem; width: auto; margin: 0; }
main summary { width: max-content; max-width: 100%; }
.snippet figcaption { padding: 0 0 0.25rem; font-size: 0.9375rem; }
.snippet pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem 0.8rem; user-select: all; }
.snippet code { padding: 0; background: none; }
table td, table th { vertical-align: top; }
td time { white-space: nowrap; }
td:is(.word, .why, .page) { overflow-wrap: anywhere; }
form.inline { margin: 0; }
.secret pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem 0.8rem; margin: 0; user-select: all; }
.secret { margin-bottom: 1rem; }
.secret code { padding: 0; background: none; color: var(--pico-color); }
:is(td, th).address { min-width: 10rem; }
tr:not(:has(td.address ~ td.address)) > td.address { min-width: 18rem; }
th.address a { display: inline-block; min-height: 1.5rem; }
th.address small a { padding-block: 0.15rem; }
td.page { min-width: 7rem; }
td.why { min-width: 14rem; }
.filter { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: end; }
.filter label { flex: 1 1 10rem; }
.filter button { width: auto; margin-bottom: 1.375rem; }
[hidden] { display: none !important; }
.mention:focus-visible, .mention:focus, input[type="file"]:focus-visible { outline: 2px solid var(--pico-primary); outline-offset: 2px; }
.mention { scroll-margin-block: 5rem 1rem; }
.mention .always { margin: 0.5rem 0 0; padding: 0; }
.mention .always li, .always li { list-style: none; }
.always a { margin-inline-start: 0.5rem; white-space: nowrap; }
.mention .more { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.75rem 0 0; font-size: 0.9375rem; }
.narrow-by { margin-bottom: 1rem; }
.narrow-by .search { display: flex; gap: 0.75rem; align-items: end; }
.narrow-by .search label { flex: 1; margin: 0; }
.narrow-by .search :is(input, button) { margin-bottom: 0; }
.narrow-by .search button { width: auto; }
.narrow-by .search button.quiet { align-self: end; margin-bottom: 0.6rem; }
.narrow-by details { margin: 0.75rem 0 0; border: 0; }
nav.chips ul { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0 0 1rem; padding: 0; }
.chips a { margin: 0; }
.chips li { padding: 0; list-style: none; max-width: 100%; }
.chip { display: inline-block; padding: 0.15rem 0.7rem; border: 1px solid var(--pico-muted-border-color); border-radius: 1rem; overflow-wrap: anywhere; text-decoration: none; }
.live { position: sticky; inset-block-start: 0.5rem; z-index: 2; display: flex; flex-direction: column; gap: 0.5rem; align-items: flex-start; }
.live button { width: auto; margin: 0; padding: 0.35rem 0.9rem; font-size: 0.9375rem; }
.live button#fresh { box-shadow: var(--pico-card-box-shadow); margin-block-end: 1rem; }
#live { box-shadow: var(--pico-card-box-shadow); margin-block-end: 1rem; }
#live:empty { display: none; }
.done { margin: 0; }
.pages { display: flex; gap: 1rem; }
.keys { display: grid; grid-template-columns: max-content 1fr; gap: 0.4rem 1rem; }
.keys dd { margin: 0; }
.passage { white-space: pre-line; }
.exchange summary { overflow-wrap: anywhere; }
.exchange pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem 0.8rem; font-size: 0.875rem; }

.settings > fieldset { margin: 0; }
.settings h2 { margin-top: 1.5rem; }
.settings legend h2 { margin-bottom: 0; }
.settings fieldset fieldset, .settings details fieldset { margin-bottom: 1rem; }
.settings [aria-invalid="true"]:is(fieldset) { border-inline-start: 3px solid var(--pico-del-color); padding-inline-start: 0.75rem; }
[aria-invalid="true"] ~ small, [aria-invalid="true"] small { color: var(--pico-del-color); }

:root { --chart-live: #2e7d32; --chart-new: #1565c0; --chart-lost: #c62828; --chart-linked: #2e7d32; --chart-other: #6d6d6d; --chart-approved: #2e7d32; --chart-delivered: #2e7d32; --chart-pending: #1565c0; --chart-queued: #1565c0; --chart-retrying: #0097a7; --chart-rejected: #6d6d6d; --chart-unsupported: #6d6d6d; --chart-spam: #c62828; --chart-failed: #c62828; --chart-absent: #b0a58f; --chart-skipped: #b0a58f; --chart-refused: #8e4ec6; --chart-text: #4d4d4d; --chart-line: #e3e3e3; }
@media (prefers-color-scheme: dark) { :root { --chart-live: #66bb6a; --chart-new: #5b9df0; --chart-lost: #ef6c6c; --chart-linked: #66bb6a; --chart-other: #9e9e9e; --chart-approved: #66bb6a; --chart-delivered: #66bb6a; --chart-pending: #5b9df0; --chart-queued: #5b9df0; --chart-retrying: #4dd0e1; --chart-rejected: #9e9e9e; --chart-unsupported: #9e9e9e; --chart-spam: #ef6c6c; --chart-failed: #ef6c6c; --chart-absent: #7d7466; --chart-skipped: #7d7466; --chart-refused: #b98ae0; --chart-text: #b5bac2; --chart-line: #2c333f; } }
${SERIES.map((name) => `.chart-${name} { fill: var(--chart-${name}); }`).join('\n')}
.chart-line { fill: none; stroke: var(--chart-spam); stroke-width: 2; vector-effect: non-scaling-stroke; }
figure.chart { margin-block: 0 2rem; }
figure.chart figcaption { padding: 0; }
figure.chart figcaption p { margin-bottom: 0.5rem; font-size: 0.875rem; }
.plot > svg { display: block; width: 100%; height: 10rem; border-bottom: 1px solid var(--pico-muted-border-color); }
.axis { display: flex; justify-content: space-between; margin: 0.25rem 0 0; font-size: 0.8125rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0.25rem 0; padding: 0; font-size: 0.875rem; }
.legend li { list-style: none; margin: 0; }
.legend svg { width: 0.7em; height: 0.7em; }
figure.ties { margin-block: 0 2rem; }
.ties figcaption { padding: 0; }
.ties > svg { display: block; overflow: visible; }
.ties > p { font-size: 0.875rem; margin: 0; }
.ties .legend svg { width: 44px; height: 14px; margin-inline-end: 0.2rem; }
.tie { stroke: var(--faint); stroke-width: 1.5; }
.tie.you { stroke-dasharray: 4 4; }
.tie.both { stroke-width: 5; }
.tie.between { stroke: var(--pico-background-color); stroke-width: 2; }
.tie-arrow { fill: var(--faint); }
.ties .site { fill: var(--pico-background-color); stroke: var(--pico-color); stroke-width: 2; }
.tie-node, .tie-site { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; width: fit-content; max-width: 100%; line-height: 16px; padding-inline: 2px; border-block: 4px solid transparent; font-size: 0.8125rem; overflow: hidden; overflow-wrap: anywhere; }
.tie-node { position: relative; top: 50%; transform: translateY(-50%); }
.tie-node.left { margin-left: auto; text-align: right; }
.tie-site { -webkit-line-clamp: 3; max-width: max(80%, 100% - 34px); padding-inline: 4px; margin-inline: auto; background: var(--page); font-weight: 600; text-align: center; }
.tie-node:focus-visible, .tie-site:focus-visible { outline: 2px solid var(--pico-primary); outline-offset: -2px; }
tr:target { outline: 2px solid var(--pico-primary); outline-offset: 2px; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.halves { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
.ranking th { font-weight: 400; }
.bar-length { display: block; width: 100%; height: 0.35rem; margin-top: 0.2rem; }
.plot .uplot { font-family: inherit; }
.plot .u-legend { margin-bottom: 0.5rem; font-size: 0.875rem; text-align: start; }
.plot .u-legend th, .plot .u-legend td { padding: 0.1rem 0.3rem; border: 0; background: none; }
.plot .u-legend tr:has(.u-value:empty) th::after { content: none; }
.plot .u-legend tr:first-child:has(.u-value:empty) { display: none; }

@media (max-width: 36rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 0.6rem; }
  .stacked, .stacked tbody, .stacked tr, .stacked td, .stacked tbody th { display: block; }
  .stacked thead { display: block; position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { border-bottom: 1px solid var(--pico-muted-border-color); padding-block: 0.5rem; }
  .stacked td, .stacked tbody th { border: 0; padding: 0.15rem 0; text-align: start; }
  .stacked td[data-label]::before { content: attr(data-label) ": "; color: var(--faint); }
  .tabs li, .bar nav li { padding-inline: 0.4rem; }
  nav.tabs > ul:first-of-type, .bar nav ul { margin-inline-start: -0.4rem; }
  .bulk legend { float: none; }
  #keys-help { display: none; }
}
`;
