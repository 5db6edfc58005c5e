import { ingestBytes } from './ingest-bytes.ts';

test('each card is a document of its lines', async () => {
  const cards = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Roe;Al;;;',
    'FN:Al Roe',
    'ORG:Immigration and Customs Enforcement;ERO',
    'item1.TEL;TYPE=CELL:+1 555 0100',
    'EMAIL;TYPE=INTERNET:aroe@dhs.example',
    'ADR;TYPE=WORK:;;1 Main St;Springfield;IL;62701;',
    'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
    'NOTE:Liaison\\, days only',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Pe=F1a;Jos=E9',
    'NOTE;ENCODING=QUOTED-PRINTABLE:one =',
    'two',
    'END:VCARD',
  ].join('\r\n');
  const { file, items } = await ingestBytes(cards);
  expect(file).toMatchObject({
    media_type: 'text/vcard',
    status: 'read',
    items_expected: 2,
    items_emitted: 2,
  });
  expect(items.map(({ kind, part, subject, body }) => [kind, part, subject, body])).toEqual([
    [
      'document',
      'card 1',
      'Al Roe',
      'Name: Al Roe\nOrganization: Immigration and Customs Enforcement, ERO\nTelephone: +1 555 0100\n' +
        'E-mail: aroe@dhs.example\nAddress: 1 Main St, Springfield, IL, 62701\nNote: Liaison, days only',
    ],
    ['document', 'card 2', 'Peña, José', 'Name: Peña, José\nNote: one two'],
  ]);
});
