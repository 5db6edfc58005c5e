/** The report's style sheet. Colours of verdicts are told apart by people with any colour vision, and never stand alone. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1a; --quiet: #595955; --rule: #cfcec8; --tint: #f4f3ee; --link: #0b4a7d;
  --mark: #ffe79a; --mark-ink: #1b1b1a; --warn: #8a2a0a; --warn-tint: #fbf0ea;
  --status-only: #b3400a; --mixed: #b87800; --criminal-investigation: #0067a6; --undetermined: #73736f; --administrative: #007a63; --not-contact: #8c8c88;
  --serif: Charter, 'Bitstream Charter', 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, 'DejaVu Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171a; --ink: #e8e6e1; --quiet: #aeaca5; --rule: #3c3f44; --tint: #1e2125; --link: #8fbdea;
  --mark: #5d4a00; --mark-ink: #fff; --warn: #f2a07b; --warn-tint: #2a1d17;
  --status-only: #f08648; --mixed: #e6b03c; --criminal-investigation: #5fb2f0; --undetermined: #a5a5a0; --administrative: #41c4a4; --not-contact: #8c8c88; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--serif); overflow-wrap: break-word; }
header.top, nav, main, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 2; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header.top { padding-top: 2.5rem; }
header.top p { margin: 0; font: 0.9rem/1.45 var(--sans); color: var(--quiet); }
header.top .kind { font-weight: 600; color: var(--ink); }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.15; font-weight: 600; margin: 0.4rem 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.6rem; line-height: 1.2; font-weight: 600; margin: 0 0 1rem; padding-top: 0.7rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h4, h5 { font: 600 0.9rem/1.4 var(--sans); margin: 1.5rem 0 0.5rem; }
section { margin: 3.5rem 0; }
p { margin: 0 0 0.9rem; }
.prose, section > p, section > ul { max-width: 44rem; }
.lead { font-size: clamp(1.2rem, 1.05rem + 0.7vw, 1.5rem); line-height: 1.45; max-width: 54rem; }
.note { font: 0.85rem/1.5 var(--sans); color: var(--quiet); max-width: 50rem; }
.quiet { color: var(--quiet); }
.caution { border-left: 4px solid var(--warn); background: var(--warn-tint); padding: 0.7rem 1rem; font: 0.95rem/1.5 var(--sans); max-width: 54rem; }
.review { color: var(--warn); font-weight: 600; }
nav { margin-top: 1.5rem; }
nav ul { list-style: none; margin: 0; padding: 0.6rem 0; border: solid var(--rule); border-width: 1px 0; display: flex; flex-wrap: wrap; gap: 0.35rem 1.4rem; font: 0.9rem/1.6 var(--sans); }
code { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: 0.88em; overflow-wrap: anywhere; }
.path { overflow-wrap: anywhere; }
.record { unicode-bidi: isolate; }
mark { background: var(--mark); color: var(--mark-ink); padding: 0.05em 0; }
q { quotes: '“' '”' '‘' '’'; }
.verdict { white-space: nowrap; font: 600 0.85rem/1.4 var(--sans); }
.verdict::before { content: ''; display: inline-block; width: 0.72em; height: 0.72em; margin-right: 0.4em; background: currentColor; border-radius: 1px; }
.verdict.status-only::before { background: var(--status-only); }
.verdict.mixed::before { background: var(--mixed); }
.verdict.criminal-investigation::before { background: var(--criminal-investigation); }
.verdict.undetermined::before { background: var(--undetermined); }
.verdict.administrative::before { background: var(--administrative); }
.verdict.not-contact::before { background: var(--not-contact); }

.readings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2.5rem; margin: 1.75rem 0 0; }
.reading { border-top: 1px solid var(--ink); padding-top: 0.6rem; }
.reading h3 { margin: 0; font: 600 0.9rem/1.4 var(--sans); }
.reading .figure { margin: 0 0 0.4rem; font-size: 3.4rem; line-height: 1.1; font-variant-numeric: lining-nums; }
.reading .figure a { color: inherit; text-decoration-thickness: 2px; text-decoration-color: var(--rule); }
.reading .figure span { font: 1rem/1.4 var(--sans); color: var(--quiet); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0; margin: 1.5rem 0 2rem; border-bottom: 1px solid var(--rule); }
.figures div { border-top: 1px solid var(--rule); padding: 0.5rem 0.75rem 0.7rem 0; }
.figures dt { font: 600 0.85rem/1.4 var(--sans); }
.figures dd { margin: 0; }
.figures b { display: block; font-size: 1.65rem; line-height: 1.25; font-weight: 500; }
.figures b a { color: inherit; text-decoration-color: var(--rule); }
.figures span { display: block; font: 0.8rem/1.35 var(--sans); color: var(--quiet); }

table { border-collapse: collapse; font: 0.875rem/1.45 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.4rem; caption-side: top; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--rule); }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); font-weight: 600; }
tbody th { font-weight: 500; }
tfoot th, tfoot td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 600; }
.numbers td, .numbers thead th + th { text-align: right; padding: 0.4rem 0 0.4rem 1.1rem; }
td.n { text-align: right; white-space: nowrap; }
th.n { text-align: right; }
td ul { margin: 0; padding-left: 1.1rem; }
table.wide { width: 100%; }
.wide th.path { min-width: 11rem; }
.wide td ul { min-width: 15rem; }
.scroll { overflow-x: auto; margin: 0 0 1rem; background: linear-gradient(to right, var(--paper) 30%, transparent) left / 3rem 100% local, linear-gradient(to left, var(--paper) 30%, transparent) right / 3rem 100% local,
  linear-gradient(to right, var(--rule), transparent) left / 0.7rem 100% scroll, linear-gradient(to left, var(--rule), transparent) right / 0.7rem 100% scroll; background-repeat: no-repeat; }
.tall { max-height: 30rem; overflow-y: auto; }
.tall thead th { position: sticky; top: 0; background: var(--paper); }

.beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; align-items: start; }
.months { font-size: 0.8rem; }
.months th[scope='row'] { white-space: nowrap; }
.months { width: 100%; }
.months td, .months thead th + th { padding-left: 0.6rem; }
figure { margin: 0; }
figcaption { font: 0.85rem/1.5 var(--sans); color: var(--quiet); margin-top: 0.5rem; }
.timeline { display: block; overflow: visible; font-family: var(--sans); }
.timeline text { fill: var(--ink); font-size: 12px; }
.timeline .strip { font-weight: 600; font-size: 13px; }
.timeline .year { fill: var(--quiet); }
.timeline .base { stroke: var(--rule); }
.timeline .tick { stroke: var(--rule); stroke-dasharray: 2 3; }
.bar.status-only { fill: var(--status-only); }
.bar.mixed { fill: var(--mixed); }
.bar.criminal-investigation { fill: var(--criminal-investigation); }
.bar.undetermined { fill: var(--undetermined); }
.bar.administrative { fill: var(--administrative); }
.kinds { columns: 3 19rem; column-gap: 3rem; }
.kinds > div { break-inside: avoid; padding-bottom: 1.5rem; }
.sums { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 3rem; align-items: start; }
.kinds table, .sums table { width: 100%; }

#filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; padding: 0.9rem 0; font: 0.875rem/1.4 var(--sans); }
#filter[hidden] { display: none; }
#filter label { display: grid; gap: 0.2rem; }
#filter .wide { flex: 1 1 14rem; }
select, input, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 3px; padding: 0.4rem 0.6rem; min-height: 2.4rem; max-width: 100%; }
input { width: 100%; }
button { cursor: pointer; font-family: var(--sans); }
button:hover { background: var(--tint); }
#filter-status { flex-basis: 100%; margin: 0; font-weight: 600; }
#more { margin-top: 1rem; }
table.contacts, .cards { width: 100%; font-size: 0.8125rem; }
table.contacts td:first-child { font-weight: 600; }
table.contacts thead button { all: unset; cursor: pointer; font-weight: 600; }
table.contacts thead button:hover { text-decoration: underline; }
table.contacts thead button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th button::after { content: ' \\2195'; color: var(--quiet); font-weight: 400; }
th[aria-sort='ascending'] button::after { content: ' \\2191'; color: var(--ink); }
th[aria-sort='descending'] button::after { content: ' \\2193'; color: var(--ink); }
table.contacts tr:target td { background: var(--tint); }
table.contacts .verdict { white-space: normal; }
@media (min-width: 61.01rem) {
  table.contacts td:nth-child(3) { min-width: 7.5rem; }
  table.contacts td:nth-child(5) { width: 18%; }
  table.contacts td:nth-child(6) { width: 16%; }
  table.contacts td:last-child { width: 24%; }
}
.date { white-space: nowrap; }
.under { display: block; color: var(--quiet); font-size: 0.9em; }
.side { display: block; }

details > summary { cursor: pointer; }
details.exhibit { border-top: 1px solid var(--rule); }
.chunk.many { content-visibility: auto; contain-intrinsic-size: auto 150rem; }
.chunk.pages.many { contain-intrinsic-size: auto 20rem; }
/* As high as what will stand here, so that a page with scripts does not jump when it is written out. */
.scripted .late, .ready .late { min-height: 30rem; }
.scripted .chunk.late, .ready .chunk.late { min-height: 150rem; }
.scripted .pages.late, .ready .pages.late { min-height: 20rem; }
#exhibits .chunk:last-child details.exhibit:last-child { border-bottom: 1px solid var(--rule); }
.exhibit > summary { padding: 0.7rem 0; }
.exhibit > summary > * { margin-right: 0.75rem; }
.exhibit h3 { display: inline; font-size: 1.05rem; }
.exhibit .title { font-style: italic; }
.exhibit > .body { padding: 0 0 2rem 1.1rem; max-width: 62rem; scroll-margin-top: 4rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0.6rem 2rem; margin: 0.5rem 0 1rem; font: 0.875rem/1.45 var(--sans); }
.facts dt, .pairs dt { color: var(--quiet); }
.facts dd, .pairs dd { margin: 0; overflow-wrap: anywhere; }
.quotes { padding-left: 1.3rem; margin: 0; }
.quotes li { margin-bottom: 0.5rem; }
.quotes q { background: var(--mark); color: var(--mark-ink); }
.message { border-left: 3px solid var(--rule); padding: 0.1rem 0 0.5rem 1rem; margin: 0 0 1.25rem; }
.message h5 { margin: 0 0 0.3rem; }
.message dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 0.8rem; margin: 0 0 0.4rem; font: 0.875rem/1.5 var(--sans); }
.message dt { color: var(--quiet); }
.message dd { margin: 0; overflow-wrap: anywhere; }
td .side + .side { margin-top: 0.15rem; }
.witness { font: 0.85rem/1.5 var(--sans); color: var(--quiet); margin: 0 0 0.6rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 54rem; font-size: 0.975rem; }
.folded { margin-top: 0.6rem; }
.folded > summary, .list > summary { font: 0.875rem/1.5 var(--sans); color: var(--link); width: fit-content; }
.folded > .text { color: var(--quiet); margin-top: 0.4rem; }
.list > summary { margin-bottom: 1rem; }
.cards .text { min-width: 16rem; }
.back { font: 0.875rem/1.5 var(--sans); }
.pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0.6rem 2rem; margin: 0 0 1rem; font: 0.875rem/1.5 var(--sans); }

.pages { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0 1.5rem; }
details.page { border-top: 1px solid var(--rule); }
details.page[open] { grid-column: 1 / -1; }
.page > summary { font: 0.875rem/1.5 var(--sans); padding: 0.4rem 0; }
.page > .body { scroll-margin-top: 3rem; padding-bottom: 1rem; }
.page pre { font: 0.8125rem/1.5 ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--tint); padding: 1rem; margin: 0 0 1rem; max-width: 62rem; }
.page [id^='q-'] { scroll-margin-top: 6rem; }
.page img { max-width: min(100%, 50rem); height: auto; border: 1px solid var(--rule); background: #fff; }
footer { padding-top: 1rem; padding-bottom: 3rem; font: 0.85rem/1.5 var(--sans); color: var(--quiet); }

@media (max-width: 61rem) {
  .beside { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  table.contacts, table.contacts tbody, .cards, .cards tbody { display: block; }
  table.contacts thead, .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.contacts tr:not([hidden]), .cards tr { display: grid; grid-template-columns: 3.5rem repeat(3, minmax(0, 1fr)); gap: 0.3rem 1.25rem; padding: 0.8rem 0; border-top: 1px solid var(--rule); }
  .cards tr { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  table.contacts td, .cards td { display: block; border: 0; padding: 0; text-align: left; white-space: normal; }
  table.contacts td:nth-child(5) { grid-column: 1 / 3; }
  table.contacts td:nth-child(6) { grid-column: 3 / 5; }
  table.contacts td:last-child, .cards td:last-child { grid-column: 1 / -1; }
  table.contacts td::before, .cards td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.75rem; font-weight: 400; }
  .cards .text { min-width: 0; }
}
@media (max-width: 36rem) {
  body { font-size: 1rem; }
  table.contacts tr:not([hidden]), .cards tr { grid-template-columns: 3.2rem minmax(0, 1fr) minmax(0, 1.4fr); gap: 0.4rem 0.9rem; }
  table.contacts td:nth-child(n + 4):nth-child(-n + 6) { grid-column: 1 / -1; }
  .cards tr { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .exhibit > .body { padding-left: 0; }
  .facts { gap: 0.25rem; }
  .facts div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.6rem; }
  .message dl { gap: 0 0.6rem; }
  #filter label { flex: 1 1 40%; }
  .numbers td, .numbers thead th + th { padding-left: 0.7rem; }
  .stacked, .stacked caption, .stacked tbody, .stacked tfoot { display: block; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.3rem 0.9rem; padding: 0.6rem 0; border-top: 1px solid var(--rule); }
  .stacked tfoot tr { border-top: 2px solid var(--ink); }
  .stacked tbody th, .stacked tfoot th, .stacked td { display: block; border: 0; padding: 0; text-align: left; white-space: normal; }
  .stacked tbody th, .stacked tfoot th { grid-column: 1 / -1; }
  .wide.stacked td:last-child { grid-column: span 2; }
  .stacked td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 0.75rem; font-weight: 400; }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --tint: #f4f3ee; --link: #000; --mark: #ffe79a; --mark-ink: #000; --warn: #6b1f06; --warn-tint: #fff; }
  body { font-size: 10pt; }
  header.top, nav, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  nav, #filter, #more, .back, .skip { display: none; }
  a { text-decoration: none; }
  section { margin: 1.5rem 0; }
  .scroll, .tall { max-height: none; overflow: visible; background: none; }
  .tall thead th { position: static; }
  .beside { grid-template-columns: minmax(0, 1fr); }
  thead { display: table-header-group; }
  tr, figure, .reading, .quotes li { break-inside: avoid; }
  h2, h3, h4, h5, summary { break-after: avoid; }
  mark, .quotes q, .bar, .verdict::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .chunk.many { content-visibility: visible; }
  th button::after { content: none; }
}
`;
