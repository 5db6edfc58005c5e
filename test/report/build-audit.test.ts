import type { AuditInput, AuditReport } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { buildContacts } from '../../report/build-contacts.ts';
import { buildPages } from '../../report/build-pages.ts';
import { item, sample } from './sample.ts';

function reversed(input: AuditInput): AuditInput {
  return {
    ...input,
    files: input.files.toReversed(),
    pages: input.pages.toReversed(),
    items: input.items.toReversed(),
    exchanges: input.exchanges.toReversed(),
    page_images: input.page_images.toReversed(),
  };
}

function contact(report: AuditReport, id: string): AuditReport['contacts'][number] {
  const found = report.contacts.find((one) => one.exchange.exchange_id === `x_${id}`);
  if (found === undefined) throw new Error(`no contact ${id}`);
  return found;
}

describe('from a case to its audit', () => {
  const report = buildAudit(sample());

  test('counts items once, their copies apart, and what was set aside', () => {
    expect(report.counts).toMatchObject({
      files: 4,
      pages: 3,
      items: 8,
      copies: 1,
      exchanges: 8,
      not_contact: 2,
      not_contact_review: 1,
    });
  });

  test('the verdicts’ contacts add up to all contacts', () => {
    expect(report.verdicts.map(({ tally }) => tally.contacts)).toEqual([2, 1, 1, 1, 1]);
    expect(report.counts.all.contacts).toBe(6);
  });

  test('the headline gives both readings, their upper ends and who coded', () => {
    expect(report.headline).toBe(
      'Of 6 contacts with immigration authorities found in 3 pages and 8 items, 2 served civil immigration enforcement with no ' +
        'crime alleged (3 if the 1 undetermined is counted too) and 3 served it whatever else was alleged (4); people decided 1 ' +
        'of the codes, the model suggests 5, and 2 need review.',
    );
  });

  test('without a contact the headline says so, and that some were not looked at', () => {
    const input = sample();
    const none = buildAudit({
      ...input,
      exchanges: input.exchanges.filter((one) => one.verdict === 'not-contact'),
    });
    expect(none.headline).toBe(
      'No contact with an immigration authority was found in 3 pages and 8 items, and 1 exchange that the model set aside needs review.',
    );
  });

  test('does not depend on the order of the input', () => {
    expect(buildAudit(reversed(sample()))).toEqual(report);
  });

  test('contacts are numbered by date, those without one last', () => {
    expect(report.contacts.map((one) => one.exchange.exchange_id)).toEqual([
      'x_a',
      'x_d',
      'x_b',
      'x_f',
      'x_c',
      'x_e',
    ]);
    expect(contact(report, 'a').same_incident).toEqual([3]);
  });

  test('a quote is marked in its message and on its page, where its lines break otherwise too', () => {
    const { quotes, messages } = contact(report, 'a');
    expect(quotes).toMatchObject([{ on_page: true, in_message: true, page: 1 }]);
    const marked = messages[0]?.parts[0]?.segments.filter((segment) => segment.marked);
    expect(marked?.map((segment) => segment.text)).toEqual(['No crime that\nI know of']);
    const onPage = report.pages[0]?.segments.filter((segment) => segment.marked);
    expect(onPage?.map((segment) => segment.text)).toEqual(['No crime that I\nknow of']);
  });

  test('a quote that is not on its page is said to be missing there', () => {
    expect(contact(report, 'e').quotes).toMatchObject([{ on_page: false, in_message: true }]);
  });

  test('a quote in a subject line is marked there', () => {
    const input = sample();
    const [first] = input.exchanges;
    const quote = {
      item_id: 'i1',
      file_id: 'f_2015.pdf',
      path: '2015.pdf',
      page: 1,
      quote: 'About i1',
      start: 0,
      end: 8,
    };
    const exchanges = input.exchanges.map((one) => (one === first ? { ...one, evidence: [quote] } : one));
    const message = contact(buildAudit({ ...input, exchanges }), 'a').messages[0];
    expect(message?.subject.map(({ text, marked }) => ({ text, marked }))).toEqual([
      { text: 'About i1', marked: true },
    ]);
    expect(message?.parts.flatMap((part) => part.segments).some((segment) => segment.marked)).toBe(false);
  });

  test('text of a message that no part covers is shown as new', () => {
    const input = sample();
    const items = input.items.map((one) =>
      one.item_id === 'i4'
        ? item('i4', '2015.pdf', 2, one.body, { parts: [{ kind: 'signature', start: 8, end: 11 }] })
        : one,
    );
    const parts = contact(buildAudit({ ...input, items }), 'd').messages[0]?.parts ?? [];
    expect(parts.map(({ kind, segments }) => [kind, segments.map((one) => one.text).join('')])).toEqual([
      ['new', 'The lab '],
      ['signature', 'fou'],
      ['new', 'nd fentanyl.'],
    ]);
  });

  test('what is not known is listed: purpose, persons, date, redactions, unread pages', () => {
    expect(contact(report, 'e').unknowns).toEqual([
      'What the contact was for: the text, or its redactions, do not show it.',
      'How many persons it concerns.',
      'Who wrote to whom.',
      'Message 1 carries no date that could be read.',
      'Message 1 is redacted in part; what the redactions hide is not known.',
      'Message 1 runs over page 3, which could not be read.',
    ]);
    expect(contact(report, 'a').unknowns).toEqual([]);
  });

  test('a message that the case does not hold is missed aloud', () => {
    const input = sample();
    const gone = buildAudit({ ...input, items: input.items.filter((one) => one.item_id !== 'i4') });
    expect(contact(gone, 'd').unknowns).toContain('1 of its messages, which the case no longer holds.');
  });

  test('exchanges set aside that need review come first', () => {
    expect(report.set_aside.map((one) => one.exchange.exchange_id)).toEqual(['x_h', 'x_g']);
  });

  test('exchanges set aside say where their messages stand and hold none of the messages', () => {
    const places = report.set_aside.flatMap((one) => one.places);
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      expect(Object.keys(place).sort()).toEqual([
        'file_id',
        'origin',
        'page_end',
        'page_start',
        'part',
        'path',
      ]);
    }
  });

  test('of a release with too many pages those are kept that a contact stands on or that have a picture', () => {
    const input = sample();
    const only = report.contacts.filter((one) => one.exchange.exchange_id === 'x_a');
    const { pages, printed, left_out } = buildPages(input.files, input.pages, input.page_images, only, 2);
    expect(pages.map(({ page }) => page.page)).toEqual([1, 3]);
    expect({ printed, left_out }).toEqual({ printed: 'of contacts', left_out: 1 });
  });

  test('of one whose contacts stand on too many pages as well, those with a quote are kept', () => {
    const input = sample();
    const { contacts } = buildAudit({
      ...input,
      exchanges: input.exchanges.map((one) => (one.exchange_id === 'x_a' ? one : { ...one, evidence: [] })),
    });
    const { pages, printed } = buildPages(input.files, input.pages, [], contacts, 2);
    expect(pages.map(({ page }) => page.page)).toEqual([1]);
    expect(printed).toBe('of quotes');
  });

  test('of more contacts than one page holds the worst verdicts are printed, in order of date', () => {
    const input = sample();
    const found = input.exchanges.filter((one) => one.relevance === 'contact');
    const sources = {
      items: new Map(),
      participants: {},
      isUnread: () => false,
      batesOf: () => null,
      responses: new Map(),
    };
    const printed = buildContacts(found, sources, 4);
    expect(printed.map((one) => [one.number, one.exchange.exchange_id])).toEqual([
      [1, 'x_a'],
      [2, 'x_d'],
      [3, 'x_b'],
      [4, 'x_c'],
    ]);
  });

  test('a picture that could hold a script is left out', () => {
    const input = sample();
    const images = input.page_images.map((image) => ({ ...image, media_type: 'image/svg+xml' }));
    expect(buildAudit({ ...input, page_images: images }).pages.every((one) => one.image === null)).toBe(true);
  });
});
