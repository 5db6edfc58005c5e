import type { Item } from '../../ingest/index.ts';

let made = 0;

/** An item for tests: an e-mail as printed, unless `fields` say otherwise. Every call makes a new id. */
export function makeItem(fields: Partial<Item> = {}): Item {
  made++;
  const item: Item = {
    item_id: `i_${String(made).padStart(6, '0')}`,
    file_id: `f_${made}`,
    path: `file-${made}.pdf`,
    sha256: `sha-${made}`,
    kind: 'email',
    origin: 'printed',
    page_start: null,
    page_end: null,
    part: null,
    parent_id: null,
    message_id: null,
    in_reply_to: [],
    from: 'Oakley, Terrence <toakley@pd.example>',
    to: 'Trask, Kevin',
    cc: '',
    date: '2015-03-02T10:41',
    date_raw: '',
    subject: 'tolls back',
    headers_raw: {},
    body: 'Twelve to fourteen days matches what we were told. I will get Brandvold to pay for the hours around the tenth.',
    parts: [],
    page_offsets: [],
    attachments: [],
    redacted: false,
    issues: [],
    ...fields,
  };
  return item;
}

/** `own` above what it quotes: the item, with the parts of its body. */
export function withQuotation(own: string, quoted: string, fields: Partial<Item> = {}): Item {
  const body = `${own}\n\n${quoted}`;
  return makeItem({
    ...fields,
    body,
    parts: [
      { kind: 'new', start: 0, end: own.length },
      { kind: 'quoted', start: own.length + 2, end: body.length },
    ],
  });
}
