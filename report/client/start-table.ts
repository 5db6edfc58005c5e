/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { compareCells, Filter, parseFilter, passes } from './filter.ts';

/** The logic it needs, handed in since this function's source is put into the report as it stands. */
export interface TableLogic {
  parseFilter: typeof parseFilter;
  passes: typeof passes;
  compareCells: typeof compareCells;
}

/** Makes the table of contacts sort, filter and show a stretch at a time, and opens what a link leads to. Runs in the reader's browser. */
export function startTable(page: Document, logic: TableLogic, pageSize: number): void {
  const table = page.getElementById('contact-table');
  const body = table?.querySelector('tbody');
  const form = page.getElementById('filter');
  const status = page.getElementById('filter-status');
  const more = page.getElementById('more');

  let rows = body === null || body === undefined ? [] : Array.from(body.rows);
  const texts = new Map<HTMLTableRowElement, string>();
  let filter: Filter = {};
  let shown = pageSize;

  const textOf = (row: HTMLTableRowElement): string => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const exhibit = page.getElementById(`c${row.id.slice(1)}`);
    const text = `${row.textContent} ${exhibit?.textContent ?? ''}`.toLowerCase();
    texts.set(row, text);
    return text;
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

  const draw = (): void => {
    const passed = rows.filter((row) =>
      logic.passes(
        filter,
        (field) => row.dataset[field] ?? '',
        () => textOf(row),
      ),
    );
    // Only the rows shown are in the page: hiding ten thousand makes a browser lay out the table for seconds.
    body?.replaceChildren(...passed.slice(0, shown));
    const found = passed.length;
    const all = Object.keys(filter).length === 0;
    const visible = Math.min(found, shown);
    const of = all ? `${rows.length} contacts` : `${found} of ${rows.length} contacts (${describe()})`;
    if (status !== null) status.textContent = visible < found ? `${of}; the first ${visible} are shown` : of;
    if (more === null) return;
    more.hidden = visible >= found;
    const [next, every] = more.querySelectorAll('button');
    if (next !== undefined) next.textContent = `Show ${Math.min(pageSize, found - visible)} more`;
    if (every !== undefined) every.textContent = `Show all ${found}`;
  };

  const fill = (): void => {
    for (const control of form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]') ?? []) {
      control.value = (filter[control.name] ?? []).join(control.name === 'text' ? ' ' : ',');
      delete control.dataset.touched;
    }
  };

  const apply = (next: Filter): void => {
    filter = next;
    shown = pageSize;
    fill();
    draw();
  };

  const reveal = (): void => {
    const id = decodeURIComponent(page.location.hash.slice(1));
    const row = rows.find((one) => one.id === id);
    if (row !== undefined && !row.isConnected) {
      filter = {};
      shown = Math.max(pageSize, rows.indexOf(row) + 1);
      fill();
      draw();
    }
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
    shown = pageSize;
    draw();
  };

  const sortBy = (heading: HTMLTableCellElement): void => {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    const column = heading.cellIndex;
    const numeric = heading.dataset.type === 'number';
    const keys = new Map(
      rows.map((row) => {
        const cell = row.cells[column];
        return [row, cell?.dataset.sort ?? cell?.textContent?.trim().toLowerCase() ?? ''];
      }),
    );
    rows = [...rows].sort((a, b) =>
      logic.compareCells(keys.get(a) ?? '', keys.get(b) ?? '', numeric, descending),
    );
    for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
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
  if (form !== null) form.hidden = false;
  draw();
  page.documentElement.classList.remove('scripted');
  reveal();
}
