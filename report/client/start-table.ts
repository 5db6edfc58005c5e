/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { compareCells, Filter, parseFilter, passes } from './filter.ts';
import type { startLateBlocks } from './late-blocks.ts';
import type { plainWords, readRows, sortKey, splitExhibits, TableRow } from './row-text.ts';

/** The logic it needs, handed in since this function's source is put into the report as it stands. */
export interface TableLogic {
  parseFilter: typeof parseFilter;
  passes: typeof passes;
  compareCells: typeof compareCells;
  plainWords: typeof plainWords;
  readRows: typeof readRows;
  sortKey: typeof sortKey;
  splitExhibits: typeof splitExhibits;
  startLateBlocks: typeof startLateBlocks;
}

/** Makes the table of contacts sort, filter and show a stretch at a time, and opens what a link leads to. Runs in the reader's browser. */
export function startTable(page: Document, logic: TableLogic, pageSize: number): void {
  const table = page.getElementById('contact-table');
  const body = table?.querySelector('tbody');
  const form = page.getElementById('filter');
  const status = page.getElementById('filter-status');
  const more = page.getElementById('more');

  // In a long table all rows but the first stand in a second one, which is for readers without scripts.
  const further = page.getElementById('more-rows')?.textContent ?? '';
  let rows = logic.readRows(`${body?.innerHTML ?? ''}${further}`);
  const late = logic.startLateBlocks(page);
  const elements = new Map<TableRow, Element>();
  for (const [i, element] of Array.from(body?.rows ?? []).entries()) {
    const row = rows[i];
    if (row !== undefined) elements.set(row, element);
  }
  const texts = new Map<TableRow, string>();
  let exhibits: Map<string, string> | null = null;
  let filter: Filter = {};
  let begin = 0;
  let shown = pageSize;

  /** Every contact's words: of blocks that wait from their HTML, of the others from the page. */
  const readExhibits = (): Map<string, string> => {
    const found = new Map<string, string>();
    for (const one of page.querySelectorAll<HTMLElement>('.exhibit > .body')) {
      found.set(one.id, one.parentElement?.innerHTML ?? '');
    }
    for (const html of late.waiting()) {
      for (const [id, piece] of logic.splitExhibits(html)) found.set(id, piece);
    }
    return found;
  };

  const textOf = (row: TableRow): string => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    exhibits ??= readExhibits();
    const id = `c${row.id.slice(1)}`;
    const text = logic.plainWords(`${row.html} ${exhibits.get(id) ?? ''}`);
    exhibits.delete(id);
    texts.set(row, text);
    return text;
  };

  const elementsOf = (wanted: readonly TableRow[]): Element[] => {
    const missing = wanted.filter((row) => !elements.has(row));
    const template = page.createElement('template');
    template.innerHTML = missing.map((row) => row.html).join('');
    const made = [...template.content.children];
    for (const [i, row] of missing.entries()) {
      const element = made[i];
      if (element !== undefined) elements.set(row, element);
    }
    return wanted.flatMap((row) => elements.get(row) ?? []);
  };

  const describe = (): string =>
    Object.entries(filter)
      .map(([field, values]) => {
        if (field === 'review') return values.includes('1') ? 'needs review' : 'needs no review';
        if (field === 'coder')
          return values.includes('people') ? 'decided by people' : 'suggested by the model';
        return `${field}: ${values.join(field === 'text' ? ' ' : ' or ')}`;
      })
      .join('; ');

  const count = (value: number): string => value.toLocaleString('en-US');

  const draw = (): void => {
    const passed = rows.filter((row) =>
      logic.passes(
        filter,
        (field) => row.fields[field] ?? '',
        () => textOf(row),
      ),
    );
    // Only the rows shown are in the page: hiding ten thousand makes a browser lay out the table for seconds.
    const stretch = passed.slice(begin, begin + shown);
    body?.replaceChildren(...elementsOf(stretch));
    const found = passed.length;
    const all = Object.keys(filter).length === 0;
    const visible = stretch.length;
    const which =
      begin === 0 ? `the first ${count(visible)}` : `${count(begin + 1)} to ${count(begin + visible)}`;
    const total = `${count(rows.length)} contacts`;
    const of = all ? total : `${count(found)} of ${total} (${describe()})`;
    if (status !== null) status.textContent = visible < found ? `${of}; ${which} are shown` : of;
    if (more === null) return;
    more.hidden = visible >= found;
    const left = found - begin - visible;
    const [next, every] = more.querySelectorAll('button');
    if (next !== undefined) {
      next.hidden = left <= 0;
      next.textContent = `Show ${Math.min(pageSize, left)} more`;
    }
    if (every !== undefined) every.textContent = `Show all ${count(found)}`;
  };

  const fill = (): void => {
    for (const control of form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]') ?? []) {
      control.value = (filter[control.name] ?? []).join(control.name === 'text' ? ' ' : ',');
      delete control.dataset.touched;
    }
  };

  const apply = (next: Filter): void => {
    filter = next;
    begin = 0;
    shown = pageSize;
    fill();
    draw();
  };

  const reveal = (): void => {
    const id = decodeURIComponent(page.location.hash.slice(1));
    const row = rows.find((one) => one.id === id);
    if (row !== undefined && elements.get(row)?.isConnected !== true) {
      const at = rows.indexOf(row);
      filter = {};
      // Far down in a long table only the stretch around it: all rows before it would take seconds to lay out.
      begin = at < 5 * pageSize ? 0 : at - (at % pageSize);
      shown = Math.max(pageSize, at - begin + 1);
      fill();
      draw();
    }
    if (id !== '' && page.getElementById(id) === null) late.bring(id);
    const target = id === '' ? null : page.getElementById(id);
    for (let node: Element | null = target; node !== null; node = node.parentElement) {
      if (node instanceof HTMLDetailsElement) node.open = true;
    }
    target?.scrollIntoView();
  };

  const readForm = (): void => {
    const next: Filter = { ...filter };
    for (const control of form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]') ?? []) {
      const values = control.value.split(control.name === 'text' ? /\s+/ : ',').filter(Boolean);
      // A filter that came from a link may have no entry in the list, which then shows none: it stays until one is chosen.
      if (values.length > 0) next[control.name] = values;
      else if (control.name === 'text' || control.dataset.touched === '1') delete next[control.name];
    }
    filter = next;
    begin = 0;
    shown = pageSize;
    draw();
  };

  const sortBy = (heading: HTMLTableCellElement): void => {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    const column = heading.cellIndex;
    const numeric = heading.dataset.type === 'number';
    const keys = new Map(rows.map((row) => [row, logic.sortKey(row.html, column, logic.plainWords)]));
    rows = [...rows].sort((a, b) =>
      logic.compareCells(keys.get(a) ?? '', keys.get(b) ?? '', numeric, descending),
    );
    for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    begin = 0;
    draw();
  };

  for (const heading of table?.querySelectorAll<HTMLTableCellElement>('thead th') ?? []) {
    const button = page.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => sortBy(heading));
  }
  form?.addEventListener('submit', (event) => event.preventDefault());
  form?.addEventListener('reset', (event) => {
    event.preventDefault();
    apply({});
  });
  let waiting = 0;
  form?.addEventListener('input', (event) => {
    if (event.target instanceof HTMLSelectElement) event.target.dataset.touched = '1';
    clearTimeout(waiting);
    waiting = page.defaultView?.setTimeout(readForm, 120) ?? 0;
  });
  more?.addEventListener('click', (event) => {
    const wanted = event.target instanceof HTMLElement ? event.target.dataset.more : undefined;
    if (wanted === undefined) return;
    if (wanted === 'all') begin = 0;
    shown = wanted === 'all' ? rows.length : shown + pageSize;
    draw();
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    const query = link.dataset.filter;
    if (query !== undefined) {
      // Its own target is the first row for readers without scripts, which another order of the table may have moved.
      event.preventDefault();
      apply(logic.parseFilter(query));
      if (page.location.hash === '#contacts') reveal();
      else page.location.hash = '#contacts';
    } else if (link.hash !== '' && link.hash === page.location.hash) {
      // A second click on a link to where the page already is changes no address, and still has to open it.
      reveal();
    }
  });
  page.defaultView?.addEventListener('hashchange', reveal);
  // Paper has no second glance: everything that passes the filter is printed.
  page.defaultView?.addEventListener('beforeprint', () => {
    late.bringAll();
    begin = 0;
    shown = rows.length;
    draw();
  });
  if (form !== null) form.hidden = false;
  draw();
  page.documentElement.className = 'ready';
  reveal();
}
