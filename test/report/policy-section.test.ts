import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { assess, type PolicySources, parseSources } from '../../policy/index.ts';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { buildClaims, buildPolicy } from '../../report/build-policy.ts';
import { renderHtml } from '../../report/render-html.ts';
import { renderClaims } from '../../report/render-html-claims.ts';
import { linksOf } from '../../report/render-html-parts.ts';
import { renderPolicy } from '../../report/render-html-policy.ts';
import { sample } from './sample.ts';

const FACTS = readFileSync(join(__dirname, '../../policy/facts.yaml'), 'utf8');
const POLICY = `policy: city
name: City <b>policy</b>
jurisdiction: The city
url: https://city.example/policy
checked: 2016-01-02
note: Read it yourself.
effective: {from: 2015-04-01}
rules:
  - id: city-1
    clause: section 1
    quote: No tips & no "favours".
    kind: prohibits
    act: Police told the authority about a person.
    when: purpose == "civil-immigration"
    unless: [{name: a judge's warrant, when: judicial_warrant}]
    record_would_show: the warrant
  - id: city-2
    clause: section 2
    paraphrase: Reports.
    verification: unverified
    kind: prohibits
    act: x
    record_would_show: the report
`;
const CLAIMS = `coverage: {unread: 0.5}
claims:
  - {id: a, side: critics, role: a resident, date: 2016-02-03, source: a meeting, claim: There were <i>two</i>., measure: count, numbers: {n: {over: contacts, where: in_reading}}, supported_when: n >= 2, contradicted_when: n < 1}
  - {id: b, side: department, role: chief, claim: None at all., numbers: {n: {over: contacts, where: in_reading}}, supported_when: n == 0, contradicted_when: n > 0}
  - {id: c, side: department, role: chief, claim: In words., measure: count}
`;

function render(counterfactual: boolean, change: Partial<PolicySources> = {}) {
  const input: AuditInput = sample();
  const sources: PolicySources = {
    facts: { name: 'facts.yaml', text: FACTS },
    measures: { name: 'measures.yaml', text: 'measures: {}' },
    policies: [{ name: 'city.yaml', text: POLICY }],
    claims: { name: 'claims.yaml', text: CLAIMS },
    counterfactual,
    ...change,
  };
  const participants = Object.entries(input.participants).flatMap(([exchange_id, people]) =>
    people.map((one) => ({ ...one, exchange_id })),
  );
  const { findings, claim_checks } = assess({ ...input, participants }, sources);
  const report = buildAudit(input);
  const links = linksOf(report);
  const section = buildPolicy(
    { policies: parseSources(sources).policies, findings, counterfactual },
    report.contacts,
  );
  const policy = parse(renderPolicy(section, links).text);
  const claims = parse(renderClaims(buildClaims(claim_checks, report.contacts), links).text);
  const whole = buildAudit({
    ...input,
    policy: { policies: parseSources(sources).policies, findings, counterfactual },
    claims: claim_checks,
  });
  return { policy, claims, findings, report, page: parse(renderHtml(whole)) };
}

describe('the section on policy', () => {
  const { policy, findings, report } = render(false);

  test('counts contacts by rule and finding, each number leading to its contacts', () => {
    const cells = policy.querySelectorAll('#policy-table tbody td').map((cell) => Number(cell.text));
    expect(cells.reduce((sum, one) => sum + one, 0)).toBe(report.contacts.length);
    expect(cells[0]).toBe(findings.filter(({ finding }) => finding === 'apparent conflict').length);
    expect(cells[0]).toBeGreaterThan(0);
    for (const link of policy.querySelectorAll('#policy-table td a')) {
      const target = policy.getElementById((link.getAttribute('href') ?? '').slice(1));
      expect(target?.querySelectorAll('a[href^="#c-"]').length).toBe(Number(link.text));
    }
  });

  test('prints clause, source, day and what is missing', () => {
    expect(policy.text).toContain('read on 2016-01-02');
    expect(policy.querySelector('.rule q')?.text).toContain('No tips & no "favours".');
    const open = policy.querySelectorAll('details').find((one) => one.text.startsWith('Cannot tell'));
    expect(open?.text).toContain('The records do not show');
  });

  test('lists what was not verified, untested', () => {
    expect(policy.text).toContain('Not tested');
    expect(policy.querySelectorAll('.rule')).toHaveLength(1);
  });

  test('escapes what a policy says', () => {
    expect(policy.querySelector('.rule b, th b')).toBeNull();
  });

  test('has no counterfactual unless it was asked for', () => {
    expect(policy.querySelector('.counterfactual')).toBeNull();
    const asked = render(true).policy;
    expect(asked.querySelector('.counterfactual')?.text).toContain('Counterfactual.');
    expect(asked.querySelector('.counterfactual')?.text).toContain('Would be: apparent conflict, 1 contact');
    const [first] = asked.querySelectorAll('#policy-table tbody td').map(({ text }) => text);
    expect(first).toBe(policy.querySelector('#policy-table tbody td')?.text);
  });

  test('never calls anything illegal or unapproved', () => {
    expect(render(true).policy.text).not.toMatch(/illegal|unlawful|unapproved|violat/i);
  });
});

describe('the section on claims', () => {
  const { claims } = render(false);

  test('sets the sides beside one another, in the same form', () => {
    expect(claims.querySelectorAll('.side-of h3').map(({ text }) => text)).toEqual(['critics', 'department']);
    expect(claims.querySelectorAll('.claim')).toHaveLength(3);
  });

  test('shows answer, both numbers and the rows behind them', () => {
    const [first] = claims.querySelectorAll('.claim');
    expect(first?.querySelector('.answer')?.text).toBe('Supported');
    expect(first?.querySelector('.figure')?.text.replace(/\s+/g, ' ')).toBe('2 strict 3 broad');
    expect(first?.querySelectorAll('td a[href^="#c-"]')).toHaveLength(3);
    expect(first?.text).toContain('What would change it');
    expect(first?.text).toContain('a resident, 2016-02-03, a meeting');
  });

  test('says why nothing can be told', () => {
    expect(claims.getElementById('claim-c')?.text).toContain('in words only');
  });

  test('escapes what a claim says', () => {
    expect(claims.querySelector('.claim i')).toBeNull();
  });

  test('is not there where no claim was given', () => {
    expect(render(false, { claims: null }).claims.text.trim()).toBe('');
  });
});

describe('the whole report', () => {
  test('has both sections, and names them in its contents', () => {
    const { page } = render(false);
    for (const id of ['policy', 'claims']) {
      expect(page.querySelectorAll(`section#${id}`)).toHaveLength(1);
      expect(page.querySelectorAll(`nav a[href="#${id}"]`)).toHaveLength(1);
    }
    const ids = page.querySelectorAll('[id]').map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of page.querySelectorAll('#policy a[href^="#"], #claims a[href^="#"]')) {
      expect(ids).toContain((link.getAttribute('href') ?? '').slice(1));
    }
  });

  test('has neither where no rule and no claim was given', () => {
    const page = parse(renderHtml(buildAudit(sample())));
    expect(page.querySelector('#policy, #claims, nav a[href="#policy"]')).toBeNull();
  });
});
