import { unpackRtf } from '../../ingest/rtf-compressed.ts';
import { readRtf } from '../../ingest/rtf-text.ts';

function rtf(source: string): Buffer {
  return Buffer.from(source, 'latin1');
}

const TEXTS: [string, string, string][] = [
  ['{\\rtf1\\ansi Hello \\b bold\\b0  world\\par next}', 'Hello bold world\nnext', 'words and breaks'],
  ["{\\rtf1\\ansi\\ansicpg1252 caf\\'e9}", 'café', 'a byte in the code page of the document'],
  ['{\\rtf1\\ansi\\uc1 caf\\u233?!}', 'café!', 'Unicode with a substitute for old readers'],
  ["{\\rtf1\\ansi\\uc2 \\u8212\\'81\\'5c x}", '— x', 'a substitute of two bytes'],
  ['{\\rtf1\\ansi{\\uc0\\u233}{\\u233?}}', 'éé', 'the number of substitutes belongs to its group'],
  [
    "{\\rtf1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset128 Mincho;}}\\f1\\'93\\'fa\\'96{\\f0  x}}",
    '日\ufffd x',
    'two bytes of a font are one character',
  ],
  [
    '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\info{\\author A. Writer}}{\\*\\generator Word;}text}',
    'text',
    'no tables or authors',
  ],
  [
    '{\\rtf1{\\pict\\wmetafile8 0102}{\\object{\\*\\objdata 01}{\\result shown}}}',
    'shown',
    'no pictures or data',
  ],
  ['{\\rtf1 a\\cell b\\cell\\row c}', 'a\tb\t\nc', 'a row of a table a line'],
  ['{\\rtf1 \\{x\\} \\\\ a\\~b\\_c}', '{x} \\ a b-c', 'signs of the format itself'],
  [
    '{\\rtf1{\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt here}}}',
    'here',
    'a link gives its words',
  ],
  ['{\\rtf1 a\\bin3 }}}b}', 'ab', 'raw bytes are passed over'],
  ['{\\rtf1 \\emdash\\lquote x\\rquote\\bullet}', '—‘x’•', 'signs by their names'],
  ['{\\rtf1 one', 'one', 'a document that breaks off'],
];

test.each(TEXTS)('%j reads %j: %s', (source, text) => {
  expect(readRtf(rtf(source))).toEqual({ text, html: false });
});

test('a web page wrapped in rich text comes back as the page', () => {
  const source =
    '{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag19 <html>}{\\*\\htmltag64 <p class="a">}' +
    '\\htmlrtf {\\f0 \\htmlrtf0 1 < 2\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag72 </p>}{\\*\\mhtmltag84 <x>}}';
  expect(readRtf(rtf(source))).toEqual({ text: '<html><p class="a">1 &lt; 2</p>', html: true });
});

test('a document nested to break its reader is refused', () => {
  expect(() => readRtf(rtf('{'.repeat(100_000)))).toThrow();
});

/** The examples of MS-OXRTFCP, section 3. */
const PACKED: [string, string, string][] = [
  [
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    'references to what is known before',
  ],
  [
    '1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0',
    '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}',
    'a reference that reaches into what it writes',
  ],
];

test.each(PACKED)('unpacks %s', (packed, text) => {
  expect(unpackRtf(Buffer.from(packed, 'hex')).toString('latin1')).toBe(text);
});

test('a packed body that states a size of gigabytes costs no memory', () => {
  const packed = Buffer.from(PACKED[1]![0], 'hex');
  packed.writeUInt32LE(0xffffffff, 4);
  expect(unpackRtf(packed).toString('latin1')).toBe(PACKED[1]![1]);
});

test.each(['', '00', '1a0000001c00000001020304e2d44b51'])(
  'what is no packed body is refused: %j',
  (bytes) => {
    expect(() => unpackRtf(Buffer.from(bytes, 'hex'))).toThrow();
  },
);
