/** Names of XML that all parts of a workbook share (ECMA-376, parts 1 and 2). */
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Which look of `STYLES` a cell has. */
export const LOOKS = { plain: 0, header: 1, wrapped: 2 } as const;

/** Looks of cells: as they are, bold for headers, wrapped for texts of a sheet that people work in. */
export const STYLES =
  `${XML}<styleSheet xmlns="${SHEETS}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The only part that a reader finds by its name: it leads to the workbook. */
export const ROOT_RELATIONS = relations([['officeDocument', 'xl/workbook.xml']]);

/** What kind of file each part is. */
export function contentTypes(sheets: number): string {
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, 'worksheet'));
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override('workbook', 'sheet.main')}${each.join('')}` +
    `${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`
  );
}

/** The names of the sheets, in their order. */
export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Where the workbook's parts lie: its sheets, then looks and texts. */
export function workbookRelations(sheets: number): string {
  return relations([
    ...Array.from(
      { length: sheets },
      (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as [string, string],
    ),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]);
}

function relations(targets: readonly [kind: string, target: string][]): string {
  const each = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

/** Before the rows of a sheet: the first row stays in sight, columns are as wide as they are told to be (in characters). */
export function sheetHead(first: boolean, widths: readonly number[] = []): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  );
}

export const SHEET_TAIL = '</sheetData></worksheet>';

/** Texts of all cells, each once. */
export function* sharedStrings(texts: Iterable<string>): Generator<string> {
  yield `${XML}<sst xmlns="${SHEETS}">`;
  for (const text of texts) {
    const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
    yield `<si><t${space}>${escapeXml(text)}</t></si>`;
  }
  yield '</sst>';
}

/** What XML 1.0 does not allow, and what programs take for a sign in code ("_x0041_") or write anew ("\r"). */
const UNSAFE = /(?![\t\n])[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/iu;
const EVERY_UNSAFE = new RegExp(UNSAFE, 'giu');
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  _: '_x005F_',
};

/** Signs that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return UNSAFE.test(text) ? text.replace(EVERY_UNSAFE, (sign) => ESCAPES[sign] ?? '') : text;
}
