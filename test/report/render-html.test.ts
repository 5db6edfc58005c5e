import { createHash } from 'node:crypto';
import { type HTMLElement, parse } from 'node-html-parser';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { renderHtml } from '../../report/render-html.ts';
import { sample } from './sample.ts';

const read = (text: string): HTMLElement => parse(text, { blockTextElements: { script: true, style: true } });
const render = (input: AuditInput): string => renderHtml(buildAudit(input));
const text = (element: HTMLElement | null): string => (element?.text ?? '').replace(/\s+/g, ' ').trim();

/** A row of a table as numbers, without its heading. */
function numbers(row: HTMLElement | undefined): number[] {
  return row?.querySelectorAll('td').map((cell) => Number(text(cell).replace(/[,+]/g, ''))) ?? [];
}

describe('the working edition', () => {
  const input = sample();
  const report = buildAudit(input);
  const source = renderHtml(report);
  const page = read(source);

  test('is the same for the same input, byte for byte', () => {
    expect(render(sample())).toBe(source);
  });

  test('opens with the headline', () => {
    expect(text(page.querySelector('h1'))).toBe(input.title);
    expect(text(page.querySelector('.lead'))).toBe(report.headline);
  });

  test('prints both readings with the range that the undetermined make', () => {
    const strict = text(page.querySelector('#reading-strict'));
    const broad = text(page.querySelector('#reading-broad'));
    expect(strict).toContain('2 of 6 contacts, 33 %');
    expect(strict).toContain('3 (50 %) if the 1 undetermined is counted as well');
    expect(broad).toContain('3 of 6 contacts, 50 %');
    expect(broad).toContain('4 (67 %) if the 1 undetermined is counted as well');
  });

  test('the table of verdicts holds the numbers counted from the input', () => {
    const contacts = input.exchanges.filter((one) => one.relevance === 'contact');
    const rows = page.querySelectorAll('#verdict-table tbody tr');
    const expected = ['status-only', 'mixed', 'criminal-investigation', 'undetermined', 'administrative'].map(
      (verdict) => {
        const these = contacts.filter((one) => one.verdict === verdict);
        const people = these.filter((one) => !one.coder.startsWith('model'));
        return [
          these.length,
          people.length,
          these.length - people.length,
          these.filter((one) => one.needs_review).length,
        ];
      },
    );
    expect(
      rows
        .map((row) => numbers(row))
        .map(([n, , , decided, suggested, review]) => [n, decided, suggested, review]),
    ).toEqual(expected);
    expect(numbers(page.querySelector('#verdict-table tfoot tr') ?? undefined)).toEqual([6, 5, 5, 1, 5, 2]);
  });

  test('every link that sets a filter shows as many as its rows', () => {
    const rows = page.querySelectorAll('#contact-table tbody tr');
    const links = page.querySelectorAll(
      '#verdict-table a[data-filter], .readings a[data-filter], #timeline a[data-filter], #kinds a[data-filter]',
    );
    expect(links.length).toBeGreaterThan(30);
    for (const link of links) {
      const wanted = (link.getAttribute('data-filter') ?? '')
        .split('&')
        .filter(Boolean)
        .map((pair) => pair.split('='));
      const found = rows.filter((row) =>
        wanted.every(([field, accepted]) => {
          const has = (row.getAttribute(`data-${field}`) ?? '').split(' ');
          return (accepted ?? '').split(',').some((value) => has.includes(value));
        }),
      );
      expect([link.toString(), found.length]).toEqual([link.toString(), Number(text(link))]);
    }
  });

  test('the summary’s figures are those of the input', () => {
    const figures = Object.fromEntries(
      page
        .querySelectorAll('.figures div')
        .map((box) => [text(box.querySelector('dt')), text(box.querySelector('b'))]),
    );
    expect(figures).toEqual({
      Files: '4',
      Pages: '3',
      Items: '8',
      Exchanges: '8',
      Contacts: '6',
      Incidents: '5',
      Persons: '5',
    });
  });

  test('the sums of files, pages and items add up', () => {
    const files = page.querySelectorAll('#file-sums tr').map((row) => numbers(row)[0]);
    expect(files).toEqual([1, 1, 1, 1, 4]);
    const pages = page.querySelectorAll('#pages-read tr').map((row) => numbers(row)[0]);
    expect(pages).toEqual([2, 0, 0, 1, 3]);
    const items = page.querySelectorAll('#items-read tr').map((row) => numbers(row)[0]);
    // Promised, out, failed; quoted in them; once, further copies, all.
    expect(items).toEqual([10, 9, 1, 0, 8, 1, 9]);
  });

  test('the month table adds up to the contacts', () => {
    const rows = page.querySelectorAll('table.months tbody tr').map((row) => numbers(row));
    for (const row of rows) expect(row.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(row.at(-1));
    expect(rows.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0)).toBe(6);
  });

  test('every contact has a row and an exhibit, and every exchange that is none is listed', () => {
    expect(page.querySelectorAll('#contact-table tbody tr')).toHaveLength(6);
    expect(page.querySelectorAll('details.exhibit')).toHaveLength(6);
    expect(page.querySelectorAll('#set-aside tbody tr')).toHaveLength(2);
  });

  test('an exhibit marks its quote, folds what is quoted and names the copies', () => {
    const exhibit = page.getElementById('c-x_a');
    expect(exhibit?.querySelectorAll('mark').map((mark) => mark.text)).toEqual(['No crime that\nI know of']);
    expect(text(exhibit?.querySelector('details.folded summary') ?? null)).toBe('Quoted text, 1 line');
    expect(text(exhibit?.querySelector('.witness') ?? null)).toBe(
      'Stands here: printed on 2015.pdf p. 1. Also native in box.mbox message 1.',
    );
  });

  test('a quote leads to its words on the page', () => {
    const link = page.querySelector('#r-x_a td[data-label="Words"] a');
    const target = page.getElementById((link?.getAttribute('href') ?? '').slice(1));
    expect(target?.closest('details.page')?.querySelector('mark')?.text).toBe('No crime that I\nknow of');
  });

  test('a quote that was not found again is marked as such', () => {
    expect(text(page.querySelector('#c-x_e .quotes'))).toContain('not found again');
    expect(text(page.querySelector('#c-x_a .quotes'))).not.toContain('not found again');
  });

  test('a page’s text stands in it once beside the message’s, and the picture of the one that was not read', () => {
    expect(source.split('Black ice on the overpass.').length - 1).toBe(2);
    expect(page.querySelectorAll('details.page')).toHaveLength(3);
    const picture = page.querySelector('svg.picture');
    expect(picture?.getAttribute('aria-label')).toBe(
      'Picture of page 3 of 2015.pdf, whose text was not read',
    );
    const id = picture?.querySelector('use')?.getAttribute('href') ?? '';
    expect(page.querySelectorAll(`svg.store image[id="${id.slice(1)}"]`)).toHaveLength(1);
  });

  test('every link inside the page leads somewhere, and no id is given twice', () => {
    const ids = page.querySelectorAll('[id]').map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = page.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
    expect(targets.length).toBeGreaterThan(80);
    expect(targets.filter((target) => !target.startsWith('#') || !ids.includes(target.slice(1)))).toEqual([]);
  });

  test('the policy allows its own style and script by hash, pictures from data, and nothing else', () => {
    const policy =
      page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    const hashes = (tag: string): string =>
      page
        .querySelectorAll(tag)
        .map(({ rawText }) => `'sha256-${createHash('sha256').update(rawText).digest('base64')}'`)
        .join(' ');
    expect(policy.split('; ').sort()).toEqual(
      [
        "base-uri 'none'",
        "default-src 'none'",
        "form-action 'none'",
        'img-src data:',
        `script-src ${hashes('script')}`,
        `style-src ${hashes('style')}`,
      ].sort(),
    );
  });

  test('says that codes are suggestions while there are any, and not when people decided all', () => {
    expect(text(page.querySelector('#summary .caution'))).toContain(
      'Codes are suggestions until people decide. 5 of the 6',
    );
    const decided = sample();
    const all = read(
      render({ ...decided, exchanges: decided.exchanges.map((one) => ({ ...one, coder: 'people: KL' })) }),
    );
    expect(all.querySelector('#summary .caution')).toBeNull();
  });

  test('says how many contacts did not fit, and only then', () => {
    const full = read(renderHtml({ ...report, contacts: report.contacts.slice(0, 4), contacts_left_out: 2 }));
    expect(text(full.querySelector('#contacts .note'))).toContain(
      '2 further contacts, counted above, do not fit',
    );
    expect(text(page.querySelector('#contacts .note'))).not.toContain('further');
  });

  test('renders a case with nothing in it', () => {
    const empty = read(
      render({ ...sample(), files: [], pages: [], items: [], exchanges: [], page_images: [], inputs: [] }),
    );
    expect(text(empty.querySelector('.lead'))).toBe(
      'No contact with an immigration authority was found in 0 pages and 0 items.',
    );
  });
});
