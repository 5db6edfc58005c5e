/** Style of plots, pictures of pages, answers and corrections. */
export const PLOT_STYLE = `
:root { --range: #a9c7dd; }
@media (prefers-color-scheme: dark) { :root { --range: #3d5a70; } }
figure { margin: 1.25rem 0 1.5rem; }
.plot { display: block; height: auto; max-width: 100%; overflow: visible; font-variant-numeric: lining-nums; }
.plot.narrow { display: none; }
.folded > summary, .list > summary, .cards summary { min-height: 1.6rem; padding: 0.15rem 0; }
.store { position: absolute; }
.excerpt svg, .picture { display: block; width: 100%; max-width: 50rem; height: auto; border: 1px solid var(--rule); background: #fff; }
.excerpt { margin: 0.9rem 0; }
.excerpt figcaption { margin-top: 0.3rem; }
.quote-box { fill: #ffd84d; fill-opacity: 0.45; stroke: #8a2a0a; stroke-width: 0.75; mix-blend-mode: multiply; }
.disputed { color: var(--warn); font: 600 0.85em/1.4 var(--sans); white-space: nowrap; border-bottom: 2px dotted currentColor; }
blockquote { margin: 0.6rem 0 1rem; padding: 0.1rem 0 0.1rem 1rem; border-left: 3px solid var(--rule); max-width: 44rem; }
blockquote p { margin: 0 0 0.4rem; }
blockquote footer { padding: 0; font: 0.85rem/1.5 var(--sans); color: var(--quiet); }
.answer-text { white-space: pre-line; }
.answered h3 { margin-bottom: 0.3rem; }
.corrections { max-width: 44rem; padding-left: 1.3rem; }
.corrections li { margin-bottom: 0.7rem; }
.columns { columns: 3 17rem; column-gap: 2.5rem; padding-left: 2.2rem; font: 0.875rem/1.6 var(--sans); }
.policy-dates { list-style: none; padding: 0; font: 0.9rem/1.5 var(--sans); }
.policy-dates li { margin-bottom: 0.4rem; }
.numbers td.words, .numbers thead th.words { text-align: left; }
@media (max-width: 47rem) { .plot.wide { display: none; } .plot.narrow { display: block; } }
/* A long table in a box of its own is laid out when it comes into sight. */
.tall { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
@media print { .tall { content-visibility: visible; } .plot.wide { display: block; } .plot.narrow { display: none; } .quote-box { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .excerpt, blockquote { break-inside: avoid; } }
`;
