import { read, utils } from '@e965/xlsx';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseHtml } from 'node-html-parser';

/** Numbers by their names in the summary. */
export type Numbers = Record<string, number>;

const VERDICTS: Record<string, string> = {
  'Status only': 'status_only',
  Mixed: 'mixed',
  'Criminal investigation': 'criminal_investigation',
  Undetermined: 'undetermined',
  Administrative: 'administrative',
  'All contacts': '',
};

const FIELDS = ['contacts', 'incidents', 'persons', 'decided', 'suggested', 'needs_review'] as const;

function number(text: string | undefined): number {
  return Number((text ?? '').replace(/[,+]/g, '').trim() || Number.NaN);
}

/** A row of the table of verdicts under the names of the summary. */
function verdictRow(name: string, values: readonly (string | undefined)[]): Numbers {
  const code = VERDICTS[name];
  if (code === undefined) return {};
  const named = FIELDS.map((field, i): [string, number] => {
    const whole = field === 'contacts' ? code || 'contacts' : code === '' ? field : `${code}_${field}`;
    return [whole, number(values[i])];
  });
  return Object.fromEntries(named);
}

export function numbersOfHtml(source: string): Numbers {
  const page = parseHtml(source);
  const numbers: Numbers = {};
  for (const row of page.querySelectorAll('#verdict-table tbody tr, #verdict-table tfoot tr')) {
    const cells = row.querySelectorAll('td').map((cell) => cell.text);
    Object.assign(numbers, verdictRow(row.querySelector('th')?.text.trim() ?? '', cells));
  }
  for (const cell of page.querySelectorAll('dl.figures div')) {
    numbers[(cell.querySelector('dt')?.text ?? '').toLowerCase()] = number(cell.querySelector('b')?.text);
  }
  for (const name of ['strict', 'broad']) {
    const card = page.querySelector(`#reading-${name}`);
    const low = number(/^[\d,]+/.exec(card?.querySelector('.figure')?.text.trim() ?? '')?.[0]);
    const high = /^([\d,]+) \(/.exec(card?.querySelector('.quiet')?.text.trim() ?? '')?.[1];
    numbers[name] = low;
    numbers[`${name}_high`] = high === undefined ? low : number(high);
  }
  return numbers;
}

/** The words of a PDF in the order of its content, white space made one. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const texts = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return texts.join('\n').replace(/\s+/g, ' ');
}

const N = '([\\d,]+\\+?)';

export async function numbersOfPdf(bytes: Uint8Array): Promise<Numbers> {
  const text = await textOfPdf(bytes);
  const numbers: Numbers = {};
  const find = (pattern: string): RegExpExecArray | null => new RegExp(pattern).exec(text);
  for (const name of Object.keys(VERDICTS)) {
    const row = find(`${name} ${Array(FIELDS.length).fill(N).join(' ')}(?= )`);
    Object.assign(numbers, verdictRow(name, row?.slice(1) ?? []));
  }
  for (const [name, words] of [
    ['strict', 'Strict: status only'],
    ['broad', 'Broad: status only and mixed'],
  ]) {
    const row = find(`${words} ${N} (?:${N} to )?${N} (?:.{1,20}? %|–) ${N} ${N} `);
    numbers[`${name}`] = number(row?.[1]);
    numbers[`${name}_high`] = number(row?.[3]);
    numbers[`${name}_incidents`] = number(row?.[4]);
    numbers[`${name}_persons`] = number(row?.[5]);
  }
  for (const name of ['Files', 'Pages', 'Items', 'Exchanges', 'Contacts', 'Incidents', 'Persons']) {
    numbers[name.toLowerCase()] = number(find(`What it means .*?\\b${name} ${N} `)?.[1]);
  }
  const sums: [string, string][] = [
    ['files_read', 'Files read'],
    ['files_partial', 'Files read in part'],
    ['files_unreadable', 'Files unreadable'],
    ['files_duplicate', 'Files that duplicate another'],
    ['pages_text', 'Pages with text in the file'],
    ['pages_ocr', 'Pages read by character recognition'],
    ['pages_blank', 'Pages blank'],
    ['pages_unread', 'Pages that could not be read'],
    ['copies', 'Further copies, joined'],
  ];
  for (const [name, words] of sums) numbers[name] = number(find(`${words} ${N} `)?.[1]);
  const aside = find(`${N} set aside as no contact, of which ${N} to be reviewed`);
  numbers.not_contact = number(aside?.[1]);
  numbers.not_contact_review = number(aside?.[2]);
  return numbers;
}

/** The sheet `summary` of a workbook. */
export function numbersOfWorkbook(bytes: Uint8Array): Numbers {
  const sheet = read(bytes, { type: 'array' }).Sheets.summary;
  const rows = sheet === undefined ? [] : utils.sheet_to_json<{ number: string; value: number }>(sheet);
  return Object.fromEntries(rows.map((row) => [row.number, row.value]));
}

type Row = Record<string, string>;

function tallyRows(rows: readonly Row[]): number[] {
  const incidents = new Map<string, number>();
  for (const row of rows) {
    const key = row.incident_id || row.exchange_id || '';
    incidents.set(key, Math.max(incidents.get(key) ?? 0, Number(row.persons || 0)));
  }
  const decided = rows.filter((row) => !row.coder?.startsWith('model')).length;
  return [
    rows.length,
    incidents.size,
    [...incidents.values()].reduce((a, b) => a + b, 0),
    decided,
    rows.length - decided,
    rows.filter((row) => row.needs_review === 'true').length,
  ];
}

/** Counts the tables again from their rows: a second way to every number, that shares no code with the first. */
export function recount(tables: { contacts: string; files: string; pages: string }): Numbers {
  const read = (text: string): Row[] => parseCsv(text, { columns: true });
  const [contacts, files, pages] = [read(tables.contacts), read(tables.files), read(tables.pages)];
  const numbers: Numbers = { files: files.length, pages: pages.length };
  for (const [name, code] of Object.entries(VERDICTS)) {
    const rows = code === '' ? contacts : contacts.filter((row) => row.verdict === code.replaceAll('_', '-'));
    Object.assign(numbers, verdictRow(name, tallyRows(rows).map(String)));
  }
  const undetermined = contacts.filter((row) => row.verdict === 'undetermined').length;
  for (const [name, verdicts] of [
    ['strict', ['status-only']],
    ['broad', ['status-only', 'mixed']],
  ] as const) {
    const [low = 0, incidents = 0, persons = 0] = tallyRows(
      contacts.filter((row) => (verdicts as readonly string[]).includes(row.verdict ?? '')),
    );
    Object.assign(numbers, { [name]: low, [`${name}_high`]: low + undetermined });
    Object.assign(numbers, { [`${name}_incidents`]: incidents, [`${name}_persons`]: persons });
  }
  for (const status of ['read', 'partial', 'unreadable', 'duplicate']) {
    numbers[`files_${status}`] = files.filter((row) => row.status === status).length;
  }
  for (const method of ['text', 'ocr', 'blank', 'unread']) {
    numbers[`pages_${method}`] = pages.filter((row) => row.method === method).length;
  }
  return numbers;
}
