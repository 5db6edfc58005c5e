/** Control words that stand for a character or a break (RTF specification 1.9.1). */
export const CHARACTERS: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n\n',
  page: '\n\n',
  row: '\n',
  nestrow: '\n',
  cell: '\t',
  nestcell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

/** Groups whose text is not the document's: tables of fonts and styles, pictures, embedded data, running heads. */
export const HIDDEN_GROUPS = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable revtbl info pict nonshppict objdata fldinst header headerl ' +
    'headerr headerf footer footerl footerr footerf filetbl themedata datastore latentstyles generator sp xe tc rsidtbl ' +
    'xmlnstbl bkmkstart bkmkend mhtmltag pgdsctbl atnid atnauthor atntime atnref atndate'
  ).split(' '),
);

/** Groups marked as ones that old readers skip (`\*`) whose text is the document's all the same. */
export const SHOWN_GROUPS = new Set(['shpinst', 'annotation', 'footnote', 'shptxt', 'htmltag', 'pntext']);

/** Code pages of the character sets of fonts. */
export const CHARSET_PAGES: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
