import type { CaseData } from '../case/index.ts';
import type { Answer } from './check-coverage.ts';

export interface KindRow {
  kind: string;
  files: number;
  read: number;
  partial: number;
  unreadable: number;
  /** Further copies of a content that is read elsewhere. */
  duplicate: number;
  /** Issue codes of files that were not fully read, with the number of files. */
  reasons: Map<string, number>;
  seconds: number;
}

/** One row a media type, the most frequent first. */
export function kindRows(data: CaseData, seconds: (sha256: string) => number | null): KindRow[] {
  const rows = new Map<string, KindRow>();
  for (const { media_type: kind, status, issues, sha256 } of data.files) {
    const row = rows.get(kind) ?? {
      kind,
      files: 0,
      read: 0,
      partial: 0,
      unreadable: 0,
      duplicate: 0,
      reasons: new Map<string, number>(),
      seconds: 0,
    };
    rows.set(kind, row);
    row.files += 1;
    row[status] += 1;
    if (status === 'duplicate') continue;
    row.seconds += seconds(sha256) ?? 0;
    if (status === 'read') continue;
    for (const code of new Set(issues.map((one) => one.code)))
      row.reasons.set(code, (row.reasons.get(code) ?? 0) + 1);
  }
  return [...rows.values()].sort((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1));
}

function table(head: string[], rows: (string | number)[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

function kindLine(row: KindRow): (string | number)[] {
  const reasons = [...row.reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`);
  const { kind, files, read, partial, unreadable, duplicate } = row;
  return [kind, files, read, partial, unreadable, duplicate, reasons.join(', '), row.seconds.toFixed(1)];
}

function pageLine({ pages }: CaseData): string {
  const methods = ['text', 'ocr', 'blank', 'unread'] as const;
  const counts = methods.map(
    (method) => `${pages.filter((page) => page.method === method).length} ${method}`,
  );
  const engines = new Map<string, number>();
  for (const { engine } of pages) if (engine !== null) engines.set(engine, (engines.get(engine) ?? 0) + 1);
  const by = [...engines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${count} by ${name}`);
  return `${pages.length} pages: ${counts.join(', ')}; ${by.join(', ')}.`;
}

/** A place inside the release that breaks no table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}

/** Every file that was not fully read, with the first of its reasons. */
function unreadTable({ files }: CaseData): string {
  const rows = files.filter(({ status }) => status === 'partial' || status === 'unreadable');
  return table(
    ['file', 'status', 'reason'],
    rows.map(({ path, status, issues: [first, ...more] }) => [
      cell(path),
      status,
      `${first?.code ?? ''}: ${cell(first?.message ?? '')}${more.length > 0 ? ` (and ${more.length} more)` : ''}`,
    ]),
  );
}

function answerLine({ expectation: { file, why, because }, faults }: Answer): string[] {
  if (faults.length === 0) return [file, why, 'as expected'];
  const reason = because === undefined ? '' : `: ${because}`;
  return [file, why, `**${faults.join('; ')}**${reason}`];
}

/** The whole answer as a page of the documentation. */
export function coverageText(
  kinds: KindRow[],
  answers: Answer[],
  { data, seconds }: { data: CaseData; seconds: number },
): string {
  const met = answers.filter(({ faults }) => faults.length === 0).length;
  const statuses = ['read', 'partial', 'unreadable', 'duplicate'] as const;
  const counts = statuses.map(
    (status) => `${data.files.filter((file) => file.status === status).length} ${status}`,
  );
  const head = [
    'kind',
    'files',
    'read',
    'partial',
    'unreadable',
    'duplicate',
    'reasons where not fully read',
    'seconds',
  ];
  return `# What is read of real files

\`npm run measure:coverage -- <folder> --write\` reads a folder as one release with the built command and writes this page. The folder
measured here holds ${data.inputs.length} files of public repositories: police and agency records, test files of mail and document libraries,
damaged, locked and hostile ones. None is part of this project. Files inside files are counted as files.

${data.files.length} files: ${counts.join(', ')}. ${pageLine(data)}
The whole run took ${Math.round(seconds)} s on two cores; the seconds of a kind are those of the first reading, without character recognition.

## By kind

${table(head, kinds.map(kindLine))}
## Not fully read

${unreadTable(data)}
What an issue means stands in [issues.md](issues.md).

## Against what is expected

${met} of ${answers.length} expectations are met (\`bench/coverage-expected.json\`, from the tests and notes of the repositories the files come from).

${table(['file', 'expected', 'answer'], answers.map(answerLine))}`;
}
