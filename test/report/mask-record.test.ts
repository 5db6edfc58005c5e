import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { buildMask, maskSourceOf } from '../../report/build-mask.ts';
import { DEFAULT_MASK_OPTIONS } from '../../report/mask.ts';
import { maskAudit } from '../../report/mask-audit.ts';
import { maskRecord } from '../../report/mask-record.ts';
import { findLeaks } from '../../report/mask-sweep.ts';
import { KNOWLEDGE } from './mask-sample.ts';
import { evidence, exchange, file, item, page, sample } from './sample.ts';

const BODY =
  'Stopped Rosalba Quintanilla, DOB 06/11/1988, 620 Quarry Rd, plate KBR-0193.\n' +
  'Her sister Yesenia can be had at 309-555-0186. No crime alleged.';

/** A contact whose message stands on a page, with everything that names the person somewhere. */
function privateCase(): AuditInput {
  const path = 'Quintanilla_Rosalba.pdf';
  const about = item('q1', path, 1, BODY, {
    subject: 'RE: Quintanilla',
    attachments: ['photo-yesenia.jpg'],
    message_id: '<1@mail.example>',
    headers_raw: { from: 'Ofc. Pat Ames <pames@police.example>', 'x-originating-ip': '[203.0.113.7]' },
    issues: [{ code: 'missing-attachment', message: 'An attachment is missing.', where: 'Quintanilla.jpg' }],
  });
  const base = sample();
  return {
    ...base,
    files: [...base.files, file(path, { pages: 1 })],
    pages: [...base.pages, page(path, 1, `Subject: RE: Quintanilla\n${BODY}`)],
    items: [...base.items, about],
    exchanges: [
      ...base.exchanges,
      exchange('q', 'status-only', [about], {
        subject: 'RE: Quintanilla',
        evidence: [
          evidence(about, 'Rosalba Quintanilla, DOB 06/11/1988'),
          evidence(about, 'No crime alleged'),
        ],
      }),
    ],
    settings: { ...base.settings, note: 'asked by Yesenia Quintanilla' },
  };
}

const input = privateCase();
const audit = buildAudit(input);
const mask = buildMask(maskSourceOf(input), KNOWLEDGE, DEFAULT_MASK_OPTIONS);
const masked = maskAudit(audit, mask);
const contact = masked.contacts.find(({ exchange }) => exchange.exchange_id === 'x_q')!;

/** A record without its words and without places in texts: what is left are its shape and its numbers. */
function numbersOf(value: unknown, field = ''): unknown {
  if (typeof value === 'string' || ['start', 'end', 'image', 'headers_raw', 'in_reply_to'].includes(field))
    return '';
  if (Array.isArray(value)) return value.map((entry) => numbersOf(entry));
  if (typeof value !== 'object' || value === null) return field === 'message_id' ? '' : value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, numbersOf(inner, name)]));
}

describe('the audit of a public edition', () => {
  test('has every number of the working one', () => {
    expect(numbersOf(masked)).toEqual(numbersOf(audit));
    expect(masked.counts).toEqual(audit.counts);
    expect(masked.strict).toEqual(audit.strict);
  });

  test('names no private person and no identifier anywhere', () => {
    // Ids of files are made from their bytes; those of the sample hold its paths.
    const text = JSON.stringify(masked).replaceAll('f_Quintanilla_Rosalba.pdf', 'f_1');
    for (const words of [
      /quintanilla/i,
      /rosalba/i,
      /yesenia/i,
      /1988/,
      /quarry/i,
      /0193/,
      /0186/,
      /203\.0/,
    ]) {
      expect(words.test(text)).toBe(false);
    }
    expect(findLeaks(text, mask)).toEqual([]);
    expect(findLeaks(JSON.stringify(audit), mask).length).toBeGreaterThan(5);
  });

  test('has its quotes in the masked message and on the masked page', () => {
    const [quote] = contact.quotes;
    const body = contact.messages[0]!.item.body;
    expect(quote).toMatchObject({ quote: 'Person 1, DOB [birth date]', on_page: true, in_message: true });
    expect(body).toContain(quote!.quote);
    const onPage = masked.pages.find(({ contacts }) => contacts.includes(contact.number))!;
    const marked = onPage.segments.filter((segment) => segment.marked).map(({ text }) => text);
    expect(marked).toEqual(['Person 1, DOB [birth date]', 'No crime alleged']);
  });

  test('keeps evidence at its offsets in the masked body', () => {
    const body = contact.messages[0]!.item.body;
    for (const { quote, start, end } of contact.exchange.evidence) expect(body.slice(start, end)).toBe(quote);
  });

  test('keeps parts and segments that together are the text', () => {
    const message = contact.messages[0]!;
    const { body, parts } = message.item;
    expect(parts.at(-1)!.end).toBe(body.length);
    expect(message.parts.flatMap(({ segments }) => segments.map(({ text }) => text)).join('')).toBe(body);
  });

  test('keeps ids, codes and dates as they are', () => {
    expect(contact.exchange).toMatchObject({
      exchange_id: 'x_q',
      verdict: 'status-only',
      first_date: '2015-03-02T10:15:00-06:00',
    });
    expect(contact.messages[0]!.item).toMatchObject({ item_id: 'q1', kind: 'email', message_id: null });
  });

  test('shows no picture of a page but those that were drawn for it', () => {
    expect(audit.pages.some(({ image }) => image !== null)).toBe(true);
    expect(masked.pages.every(({ image }) => image === null)).toBe(true);
    const drawn = {
      file_id: 'f_2015.pdf',
      page: 1,
      media_type: 'image/webp',
      width: 1,
      height: 1,
      base64: 'AAAA',
    };
    expect(maskAudit(audit, mask, [drawn]).pages.find(({ image }) => image !== null)?.image).toEqual(drawn);
  });
});

test('a field that nobody has thought of is masked', () => {
  const record = { later: { added: ['for Rosalba Quintanilla', 7] }, item_id: 'i_12' };
  expect(maskRecord(record, mask)).toEqual({ later: { added: ['for Person 1', 7] }, item_id: 'i_12' });
});

test('a code field that holds words is masked all the same', () => {
  expect(maskRecord({ part: 'Rosalba Quintanilla’s; phone' }, mask).part).not.toMatch(/Quintanilla/);
});

test('an excerpt that was cut inside a number does not show its beginning', () => {
  const record = { excerpt: 'Yesenia can be had at 309-555-0', cut: true };
  expect(maskRecord(record, mask).excerpt).not.toMatch(/309/);
});
