import type { RawHeaders } from './item.ts';

/** One header field of a block, its value unfolded. */
export interface HeaderField {
  field: string;
  label: string;
  value: string;
  languages: string[];
  /** Index of the label's line. */
  line: number;
}

/** How a header block is set: prints of one mailbox repeat it, quotations differ from it. */
export interface BlockStyle {
  /** `column`: values begin on one vertical line; `inline`: each value follows its label; `headless`: sender and date without labels. */
  layout: 'column' | 'inline' | 'headless';
  /** True where labels are in another face than the values; null without runs. */
  contrast: boolean | null;
  /** Font height of the labels in points, rounded to half points; 0 where unknown. */
  size: number;
  /** Left edge of the labels in points; null without runs. */
  left: number | null;
  /** Fields in their order, the optional ones left out. */
  order: string;
  /** Words of the labels, which tell one program from another (`Sent` or `Date`). */
  labels: string;
}

/** A header block found in lines `[first, last]`. */
export interface HeaderBlock {
  first: number;
  last: number;
  fields: HeaderField[];
  style: BlockStyle;
  /** True where the values came from the page's heading or a bare sender line. */
  headless: boolean;
}

/** The first value of a field, or the empty string. */
export function fieldValue(block: HeaderBlock, field: string): string {
  return block.fields.find((entry) => entry.field === field)?.value ?? '';
}

/** True where the block has the field, be it empty. */
export function hasField(block: HeaderBlock, field: string): boolean {
  return block.fields.some((entry) => entry.field === field);
}

/** The block's values by canonical field name; a field that stands twice keeps its first value that is not empty. */
export function rawHeaders(block: HeaderBlock): RawHeaders {
  const raw: RawHeaders = {};
  for (const { field, value } of block.fields) {
    if (!raw[field]) raw[field] = value;
  }
  return raw;
}

/** The languages that all labels of the block share, English first where it is among them. */
export function blockLanguages(block: HeaderBlock): string[] {
  let common: string[] | null = null;
  for (const { languages } of block.fields) {
    common = common ? common.filter((language) => languages.includes(language)) : languages;
  }
  return common ?? [];
}
