/**
 * The logic of the report's table, apart from the page. These functions run in the reader's browser: their source is put
 * into the report as it stands, so that each may use only what it is given.
 */

/** Field → accepted values; a row passes when every field has one of them. `text` holds the words to search for. */
export type Filter = Record<string, string[]>;

/** `verdict=status-only,mixed&review=1` → its fields. Empty fields are left out. */
export function parseFilter(query: string): Filter {
  const filter: Filter = {};
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const values = pair
      .slice(at + 1)
      .split(',')
      .filter(Boolean);
    if (at > 0 && values.length > 0) filter[pair.slice(0, at)] = values;
  }
  return filter;
}

/**
 * Whether a row passes. `valuesOf` gives the row's values of a field, separated by spaces; `textOf` its text in lower case,
 * asked for only where there are words to search for.
 */
export function passes(filter: Filter, valuesOf: (field: string) => string, textOf: () => string): boolean {
  for (const [field, accepted] of Object.entries(filter)) {
    if (field === 'text') continue;
    const values = valuesOf(field).split(' ');
    if (!accepted.some((value) => values.includes(value))) return false;
  }
  const words = filter.text ?? [];
  if (words.length === 0) return true;
  const text = textOf();
  return words.every((word) => text.includes(word.toLowerCase()));
}

/** Order of two cells: as numbers where the column holds some, else as text; empty ones last whichever way. */
export function compareCells(a: string, b: string, numeric: boolean, descending: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const order = numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
  return descending ? -order : order;
}
