/** Style of the sections "Policy" and "Claims". An answer never stands by its colour alone: its word is beside it. */
export const POLICY_STYLE = `
.rule { border-top: 1px solid var(--rule); padding: 0.2rem 0 1rem; max-width: 62rem; scroll-margin-top: 1rem; }
.rule h4 { font-size: 1rem; margin: 0.8rem 0 0.4rem; }
.rule details ul { margin: 0.3rem 0 0.8rem; padding-left: 1.2rem; font-size: 0.95rem; }
.rule details li { margin-bottom: 0.45rem; }
#policy-table th .under { font-weight: 400; }
#policy-table th[scope='row'] { min-width: 14rem; }
.counterfactual { border-left: 4px double var(--quiet); padding: 0.1rem 0 0.1rem 0.9rem; margin-top: 0.8rem; font-style: normal; }
.counterfactual p { font: 0.9rem/1.5 var(--sans); margin: 0.3rem 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 2.5rem; align-items: start; }
.sides h3 { text-transform: capitalize; }
.claim { border-top: 1px solid var(--ink); padding: 0.6rem 0 1.2rem; scroll-margin-top: 1rem; min-width: 0; }
.claim h4 { font: 600 1.08rem/1.4 var(--serif); margin: 0.2rem 0 0.3rem; }
.claim p { margin: 0 0 0.5rem; }
.claim .quiet { font: 0.85rem/1.45 var(--sans); }
.claim .figure { font-size: 1.65rem; line-height: 1.25; margin: 0.2rem 0 0; font-variant-numeric: lining-nums; }
.claim .figure span { font: 0.85rem/1.4 var(--sans); color: var(--quiet); margin-right: 0.9rem; }
.claim .facts { grid-template-columns: minmax(0, 1fr); gap: 0.35rem; }
.claim table { font-size: 0.85rem; width: 100%; }
.claim td details { min-width: 6rem; margin: 0; text-align: left; }
.answer { display: inline-block; font: 600 0.85rem/1.4 var(--sans); border: 1px solid currentColor; border-radius: 3px; padding: 0.05rem 0.5rem; }
.answer.supported { color: var(--administrative); }
.answer.contradicted { color: var(--status-only); }
.answer.partly { color: var(--ink); border-color: var(--mixed); }
.answer.cannot-tell { color: var(--quiet); }
`;
