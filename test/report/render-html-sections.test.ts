import { type HTMLElement, parse as parseHtml } from 'node-html-parser';
import { COMPONENTS, CONDUCTS, DIRECTIONS, NATURES, PURPOSES, RELEVANCES } from '../../classify/index.ts';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { forPublication } from '../../report/public-report.ts';
import { renderHtml } from '../../report/render-html.ts';
import type { Edition } from '../../report/render-html-parts.ts';
import { page as pageOf, sample } from './sample.ts';

/** Marks inside `pre` are marks here, as they are in a browser. */
const parse = (text: string): HTMLElement =>
  parseHtml(text, { blockTextElements: { script: true, style: true } });

const words = (element: HTMLElement | null | undefined): string =>
  (element?.text ?? '').replace(/\s+/g, ' ').trim();

function open(input: AuditInput, edition: Edition = 'working'): HTMLElement {
  return parse(renderHtml(buildAudit(input), edition));
}

const section = (page: HTMLElement, id: string): string => words(page.querySelector(`section#${id}`));

describe('who wrote to whom', () => {
  const input = sample();
  const page = open({
    ...input,
    participants: {
      x_a: [
        { name: 'Pat Ames', address: 'pames@police.example', side: 'police', component: null, role: null },
        {
          name: 'Lee Brock',
          address: 'lbrock@authority.example',
          side: 'immigration',
          component: 'ERO',
          role: null,
        },
      ],
    },
  });

  test('a number shows the contacts in which such messages stand', () => {
    const link = page.querySelector('#flows a[data-filter="flow=police-authority"]');
    expect(words(link)).toBe('1');
    const rows = page.querySelectorAll('#contact-table tbody tr[data-flow~="police-authority"]');
    expect(rows.map(({ id }) => id)).toEqual(['r-x_a']);
  });

  test('without a known reply it says so and draws nothing', () => {
    expect(section(page, 'correspondence')).toContain('Of no answer is it known');
    expect(page.querySelector('#plot-replies')).toBeNull();
  });
});

describe('incidents', () => {
  const page = open(sample());

  test('those of several contacts stand first, each contact a link', () => {
    const [joined] = page.querySelectorAll('#incidents tbody tr');
    expect(joined?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      '#c-x_a',
      '#c-x_b',
    ]);
    expect(words(page.querySelector('#incidents details summary'))).toBe('4 incidents of one contact');
  });
});

describe('a quote on the picture of its page', () => {
  const input = sample();
  const text = 'Did we offer the address?\nThe lab found fentanyl.\nClass is on Thursday.';
  const run = (start: number, end: number, y0: number) => ({
    start,
    end,
    x0: 72,
    y0,
    x1: 72 + (end - start) * 6,
    y1: y0 + 12,
    size: 12,
    font: 'a',
  });
  const runs = [run(0, 25, 100), run(26, 49, 120), run(50, 71, 140)];
  const [picture] = input.page_images;
  if (picture === undefined) throw new Error('the sample has a picture');
  const page = open({
    ...input,
    pages: input.pages.map((one) =>
      one.page === 2 ? pageOf('2015.pdf', 2, text, { runs, bates: 'EX-0002' }) : one,
    ),
    page_images: [{ ...picture, page: 2 }],
  });

  test('is marked in its contact on the band of the page around it, with the Bates number', () => {
    const band = page.querySelector('#c-x_d figure.excerpt');
    const box = band?.querySelector('rect');
    expect(['x', 'y', 'width', 'height'].map((name) => box?.getAttribute(name))).toEqual([
      '157.1',
      '119',
      '49.9',
      '14',
    ]);
    expect(band?.querySelector('svg')?.getAttribute('viewBox')).toBe('0 50 612 152');
    expect(words(band?.querySelector('figcaption'))).toBe('2015.pdf p. 2, Bates EX-0002');
    expect(words(page.querySelector('#c-x_d .quotes li'))).toContain('2015.pdf p. 2, Bates EX-0002');
  });

  test('is marked on the page itself with those of the other contacts, and the picture is stored once', () => {
    expect(page.querySelectorAll('svg.picture rect')).toHaveLength(3);
    expect(page.querySelectorAll('svg.store image')).toHaveLength(1);
  });

  test('no band is shown for a contact whose page has no picture', () => {
    expect(page.querySelector('#c-x_a figure.excerpt')).toBeNull();
  });
});

describe('what people add', () => {
  const plain = open(sample());
  const page = open({
    ...sample(),
    supplements: {
      request: 'All e-mail with <ICE>.',
      corrections: [
        { date: '2026-03-01', text: 'A page was read twice.', raised_by: 'A reader', contact_ids: ['k_b'] },
      ],
      responses: [
        {
          contact_id: 'k_b',
          by: 'Example Police',
          date: '2026-02-01',
          disputed: true,
          text: 'He was\na suspect.',
        },
      ],
    },
  });

  test('places are kept for it where there is none yet', () => {
    expect(section(plain, 'corrections')).toContain('None so far.');
    expect(section(plain, 'answers')).toContain('No answer of the agency');
    expect(section(plain, 'coverage')).toContain('The text of the request was not given');
    expect(plain.querySelectorAll('.disputed')).toHaveLength(0);
  });

  test('is printed word for word', () => {
    expect(section(page, 'coverage')).toContain('All e-mail with <ICE>.');
    expect(section(page, 'corrections')).toContain(
      '2026-03-01. A page was read twice. Concerns contact 3 disputed. Raised by A reader.',
    );
    expect(page.querySelector('#c-x_b blockquote p')?.text).toBe('He was\na suspect.');
  });

  test('a disputed contact is marked in the table, its exhibit, its incident and the numbers', () => {
    expect(words(page.querySelector('#r-x_b .disputed'))).toBe('disputed');
    expect(page.querySelector('#r-x_b')?.getAttribute('data-disputed')).toBe('1');
    expect(page.querySelectorAll('details.exhibit > summary .disputed')).toHaveLength(1);
    expect(page.querySelectorAll('#incidents .disputed').length).toBeGreaterThan(0);
    expect(words(page.querySelector('#reading-strict'))).toContain('the agency disputes 1');
    expect(words(page.querySelector('#verdict-table thead'))).toContain('Disputed by the agency');
  });
});

describe('coverage', () => {
  const input = sample();
  const [first, second, third] = input.pages;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('the sample has pages');
  const page = open({
    ...input,
    pages: [
      { ...first, bates: 'EX-0001', redacted_share: 0.6 },
      {
        ...second,
        bates: 'EX-0004',
        method: 'ocr',
        ocr_confidence: 41,
        engine: 'an engine 1',
        failed_redaction: true,
      },
      third,
    ],
  });
  const text = section(page, 'coverage');

  test.each([
    ['missing Bates numbers', '2 numbers inside a series were not seen: EX-0002 to EX-0003 (2)'],
    ['the share of the pages that is covered', 'Boxes cover 20 % of the pages’ area.'],
    ['pages of which most is covered', 'Pages of which half or more is covered2015.pdf: 1 page, p. 1'],
    [
      'pages that were hard to read',
      'confidence under 70 of 100. Their words may be wrong: look at the picture.2015.pdf: 1 page, p. 2',
    ],
    ['redactions that hide nothing', 'Whoever holds the files should be told.2015.pdf: 1 page, p. 2'],
    ['what read the pages', 'an engine 11'],
  ])('names %s', (_, expected) => {
    expect(text.replace(/ (?=2015\.pdf: )/g, '')).toContain(expected);
  });
});

describe('the codebook in the report', () => {
  const codes = open(sample()).querySelectorAll('#codebook th[scope=row]').map(words);

  test('explains every code once', () => {
    expect(codes).toEqual([
      ...RELEVANCES,
      ...PURPOSES,
      ...CONDUCTS,
      ...DIRECTIONS,
      ...NATURES,
      ...COMPONENTS,
    ]);
  });
});

describe('the public edition', () => {
  const report = forPublication(buildAudit(sample()));
  const page = parse(renderHtml(report, 'public'));

  test('says which edition it is and how names are masked', () => {
    expect(words(page.querySelector('header'))).toContain('Public edition.');
    expect(section(page, 'method')).toContain('A number is never changed by masking');
    expect(page.querySelector('meta[name=robots]')).toBeNull();
  });

  test('says nothing of what was set aside but where it stands', () => {
    const text = section(page, 'set-aside');
    expect(text).toContain('2015.pdf p. 1');
    expect(text).not.toMatch(/About i7|Black ice|See the news/);
  });

  test('prints the pages on which a contact stands, and counts the others', () => {
    const more = { ...sample(), pages: [...sample().pages, pageOf('2015.pdf', 4, 'Nothing of interest.')] };
    const printed = forPublication(buildAudit(more));
    expect(printed.pages.map((one) => one.page.page)).toEqual([1, 2, 3]);
    expect(printed.pages_left_out).toBe(1);
    expect(section(parse(renderHtml(printed, 'public')), 'pages')).toContain(
      'of which this edition prints the 3',
    );
  });

  test('has the policies and claims of the working one, and every number of it', () => {
    const working = open(sample());
    const numbers = (of: HTMLElement) =>
      of.querySelectorAll('.figures, .readings, #verdict-table').map(words);
    expect(numbers(page)).toEqual(numbers(working));
  });

  test('every link leads somewhere', () => {
    const ids = new Set(page.querySelectorAll('[id]').map(({ id }) => id));
    const lost = page
      .querySelectorAll('a, use')
      .filter((link) => !ids.has((link.getAttribute('href') ?? '').slice(1)));
    expect(lost.map(String)).toEqual([]);
  });
});
