import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/index.ts';
import { renderPdf } from '../../report/render-pdf.ts';
import { readReportFonts } from '../../workers/report-fonts.ts';
import { randomCase } from './random-case.ts';
import { textOfPdf } from './read-numbers.ts';
import { sample } from './sample.ts';

async function print(input: AuditInput): Promise<Uint8Array> {
  return renderPdf(buildAudit(input), await readReportFonts(), 'public');
}

/** The objects of a file as text; streams are compressed and show none of their words. */
function objectsOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** The sample with its first contact's subject and message changed. */
function withWords(subject: string, body: string): AuditInput {
  const input = sample();
  const change = { subject, body, parts: [{ kind: 'new' as const, start: 0, end: body.length }] };
  return {
    ...input,
    items: input.items.map((item) => (item.item_id === 'i1' ? { ...item, ...change } : item)),
    exchanges: input.exchanges.map((one) =>
      one.exchange_id === 'x_a' ? { ...one, subject, evidence: [] } : one,
    ),
  };
}

describe('the printed report', () => {
  let bytes: Uint8Array;
  let text: string;
  beforeAll(async () => {
    bytes = await print(sample());
    text = await textOfPdf(bytes);
  });

  test('is the same bytes for the same audit, whatever the time of day', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await print(sample())).equals(Buffer.from(bytes))).toBe(true);
  });

  test('is tagged, says its language and shows its title', () => {
    const objects = objectsOf(bytes);
    expect(objects).toContain('/Marked true');
    expect(objects).toContain('/Lang (en-US)');
    expect(objects).toContain('/DisplayDocTitle true');
    expect(objects).toContain('<rdf:li xml:lang="x-default">Example Police, 2015</rdf:li>');
  });

  test('has headings, tables with the scope of their heads, lists, links and figures with words for them', () => {
    const objects = objectsOf(bytes);
    for (const tag of [
      'H1',
      'H2',
      'Table',
      'THead',
      'TH',
      'TD',
      'L',
      'LI',
      'TOC',
      'TOCI',
      'Link',
      'BlockQuote',
    ]) {
      expect([tag, countOf(objects, new RegExp(`/S /${tag}\\b`, 'g')) > 0]).toEqual([tag, true]);
    }
    expect(objects).toContain('/Scope /Column');
    expect(objects).toContain('/Scope /Row');
    const figures = countOf(objects, /\/S \/Figure\b/g);
    expect(figures).toBeGreaterThan(2);
    expect(countOf(objects, /\/S \/Figure\s+\/Alt /g)).toBe(figures);
  });

  test('has a bookmark for every section and exhibit', async () => {
    const titles = [...objectsOf(bytes).matchAll(/\/Title \(([^)]*)\)/g)].map((match) => match[1]);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Summary',
        'All contacts',
        'Exhibits',
        'Contact 1: About i1',
        'Data dictionary',
      ]),
    );
  });

  test('numbers its pages, and its contents name the pages on which sections begin', async () => {
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText().replace(/\s+/g, ' '));
    document.destroy();
    library.destroy();
    for (const [i, page] of pages.entries()) {
      if (i > 0) expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    }
    for (const section of ['Summary', 'Exhibits', 'Error rates', 'Data dictionary']) {
      const named = Number(new RegExp(`${section} (\\d+)`).exec(pages[1] ?? '')?.[1]);
      expect(pages[named - 1]).toContain(section);
    }
  });

  test('shows each contact of either reading with its words, its place, its gaps and room for an answer', () => {
    for (const words of [
      'Contact 1: About i1',
      '“No crime that I know of” — 2015.pdf p. 1 (EX-0001).',
      'Arrested for DUI. Do you want him?',
      'What is not known',
      'None was given to this report.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Contact 4: About');
  });

  test('prints the agency’s answer word for word and says that it disputes the code', async () => {
    const response = {
      contact_id: 'k_a',
      by: 'Chief’s office',
      date: '2018-01-05',
      disputed: true,
      text: 'He was a suspect.',
    };
    const supplements = { request: 'All e-mails with ICE.', corrections: [], responses: [response] };
    const found = await textOfPdf(await print({ ...sample(), supplements }));
    expect(found).toContain('He was a suspect.');
    expect(found).toContain('The agency disputes how this contact is coded.');
    expect(found).toContain('All e-mails with ICE.');
  });

  test('carries only the letters it prints, of fonts of its own', () => {
    const objects = objectsOf(bytes);
    const fonts = new Set([...objects.matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1]));
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(SourceSans3|DejaVu)/);
    expect(bytes.length).toBeLessThan(400_000);
  });
});

describe('words that are hard to set', () => {
  test.each([
    ['Spanish, French and Polish', '¿Dónde está el niño? Où êtes-vous, François? Zażółć gęślą jaźń.'],
    ['Greek and Cyrillic', 'Αθήνα и Київ'],
    ['Vietnamese', 'Nguyễn Văn Đức'],
  ])('%s can be read again', async (_name, words) => {
    expect(await textOfPdf(await print(withWords('About i1', words)))).toContain(words);
  });

  test.each([
    ['Arabic and Hebrew', 'السلام عليكم and שלום עולם here'],
    ['Chinese, which no face has', '移民局 wrote this'],
    ['emoji and joined signs', 'fine 👩‍👩‍👧 ok 🇲🇽 e\u0301'],
    ['half a pair, controls and direction marks', 'a\ud800b\u0007c\u202ed\u2066e\ufffff'],
    ['nothing but a newline', '\n\n\n'],
  ])('%s does not stop the print', async (_name, words) => {
    expect(await textOfPdf(await print(withWords(words, `${words}\nThe end.`)))).toContain('The end.');
  });

  test('signs that no face has are printed as boxes and read as what they are', async () => {
    expect(await textOfPdf(await print(withWords('About i1', 'from 移民局 here')))).toContain(
      'from 移民局 here',
    );
  });

  test('a word longer than a line and an address without a space stay inside the page', async () => {
    const long = `https://example.example/${'path-'.repeat(80)}end ${'x'.repeat(900)}`;
    const bytes = await print(withWords('About i1', long));
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(bytes);
    const text = [...document.pages()].map((page) => page.getText().replace(/\s+/g, '')).join('');
    document.destroy();
    library.destroy();
    expect(text).toContain('x'.repeat(900));
  });

  test('a title with signs of XML leaves the file’s properties whole', async () => {
    const objects = objectsOf(await print({ ...sample(), title: 'Law & <Order>' }));
    expect(objects).toContain('Law &amp; &lt;Order&gt;</rdf:li>');
  });
});

describe('a long report', () => {
  test('with a title of many lines still has its contents where they belong', async () => {
    const text = await textOfPdf(await print({ ...sample(), title: 'A title without an end, '.repeat(120) }));
    expect(text).toMatch(/Contents Summary \d+ Who wrote to whom/);
    expect(text.indexOf('Contents Summary')).toBeLessThan(text.indexOf('The two readings'));
  });

  test('repeats the head of a table on each page, and says what is left out', async () => {
    const input = randomCase(2, 900);
    const text = await textOfPdf(await print(input));
    expect(countOf(text, /No\. and date/g)).toBeGreaterThan(5);
    const report = buildAudit(input);
    const left = report.broad.low - 200;
    expect(left).toBeGreaterThan(0);
    expect(text).toContain(`${left} further contacts are not shown one by one here`);
  });
});
