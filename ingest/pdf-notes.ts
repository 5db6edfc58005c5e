import type { RawRun } from './pdf-engine.ts';

/** An annotation of a page as pdf.js gives it, as far as it is used. */
export interface PdfNote {
  subtype?: string;
  /** Left, bottom, right, top in user space. */
  rect?: number[];
  annotationFlags?: number;
  fieldType?: string;
  fieldValue?: unknown;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: unknown;
  buttonValue?: unknown;
  contentsObj?: { str?: string };
  file?: { filename?: string; content?: Uint8Array };
}

/** Flags of an annotation that nobody sees on paper or screen: hidden, no view (ISO 32000, table 165). */
const UNSEEN = 0b10_0010;
/** A field's text is set in this size where its box allows; sizes of the appearance are not stated to us. */
const USUAL_SIZE = 11;
/** Baseline above the lower edge of the line, as a share of its height. */
const BASELINE = 0.25;
/** Average width of a character as a share of its height. */
const CHARACTER_WIDTH = 0.5;

function words(value: unknown): string {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry) => typeof entry === 'string').join(', ');
}

function isChecked(note: PdfNote): boolean {
  const own = note.checkBox ? note.exportValue : note.buttonValue;
  return typeof note.fieldValue === 'string' && note.fieldValue !== 'Off' && note.fieldValue === own;
}

/** What a person wrote into the page: a field's value, a mark in a box, a text laid over it. Empty for any other note. */
function noteText(note: PdfNote): string {
  if (note.subtype === 'FreeText') return note.contentsObj?.str ?? '';
  if (note.subtype !== 'Widget') return '';
  if (note.checkBox || note.radioButton) return isChecked(note) ? '[x]' : '';
  return note.fieldType === 'Tx' || note.fieldType === 'Ch' ? words(note.fieldValue) : '';
}

/** A note's text as runs of its lines, in its box, so that a field's value lands on the line of its label. */
export function noteRuns(note: PdfNote): RawRun[] {
  const [left = 0, bottom = 0, , top = 0] = note.rect ?? [];
  const text = (note.annotationFlags ?? 0) & UNSEEN ? '' : noteText(note);
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const pitch = Math.min((top - bottom) / Math.max(1, lines.length), USUAL_SIZE * 1.2);
  const size = Math.max(1, Math.min(USUAL_SIZE, pitch));
  // One line stands in the middle of its box; more begin at its upper edge.
  const first = lines.length === 1 ? (top + bottom) / 2 - pitch / 2 : top - pitch;
  return lines.map((line, index) => ({
    str: line.trim(),
    transform: [size, 0, 0, size, left, first - index * pitch + BASELINE * pitch],
    width: line.trim().length * size * CHARACTER_WIDTH,
    height: size,
    fontName: 'note',
  }));
}
