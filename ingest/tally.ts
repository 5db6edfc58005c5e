import { type Issue, issue } from './issue.ts';
import type { Item } from './item.ts';
import type { Page } from './page.ts';
import type { ChildFile, Sink } from './source.ts';
import type { FileStatus } from './source-file.ts';

/** The sums of one file: what it promised, what came out, what failed and why. */
export interface Sums {
  status: FileStatus;
  pages: number;
  items_expected: number;
  items_emitted: number;
  items_failed: number;
  issues: Issue[];
}

/** The sink's own trouble (a full disk), kept apart from what is wrong with a file so that no reader takes it for that. */
export class SinkError extends Error {
  constructor(cause: unknown) {
    super('The sink failed.', { cause });
  }
}

async function handOn(step: () => void | Promise<void>): Promise<void> {
  try {
    await step();
  } catch (cause) {
    throw new SinkError(cause);
  }
}

/**
 * Counts what a reader hands on. Readers reach the sink only through it, so nothing is handed on uncounted.
 *
 * A container's own promise (separators, directory entries, rows) is stated by `promise`; each promised thing is then
 * `kept` (as an item or a child file) or `failed`. What is found beyond a promise (items cut out of pages) is an `extra`:
 * expected and emitted at once.
 */
export class Tally {
  private pages = 0;
  private promised = 0;
  private kept = 0;
  private extras = 0;
  private failures = 0;
  private attachments = 0;
  private unread = false;
  private wordless = false;
  private readonly issues: Issue[] = [];
  private readonly sink: Sink;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** The container says it holds `count` more things. */
  promise(count: number): void {
    this.promised += count;
  }

  async page(page: Page): Promise<void> {
    this.pages += 1;
    await handOn(() => this.sink.page(page));
  }

  /** A promised item. */
  async keepItem(item: Item): Promise<void> {
    await handOn(() => this.sink.item(item));
    this.kept += 1;
  }

  /** A promised entry, handed on as a file. */
  async keepChild(child: ChildFile): Promise<void> {
    await handOn(() => this.sink.child(child));
    this.kept += 1;
  }

  /** An item beyond what the container promises. A quotation is part of the item it stands in and is not counted. */
  async extraItem(item: Item): Promise<void> {
    await handOn(() => this.sink.item(item));
    if (item.origin !== 'quoted') this.extras += 1;
  }

  /** A file attached to an item or page; it is counted in its own row, not here. */
  async attachment(child: ChildFile): Promise<void> {
    await handOn(() => this.sink.child(child));
    this.attachments += 1;
  }

  /** A promised thing that did not come out, and why. */
  fail(problem: Issue): void {
    this.failures += 1;
    this.issues.push(problem);
  }

  /** Something of the file is not in what was handed on: the file is `partial`. */
  lose(problem: Issue): void {
    this.unread = true;
    this.issues.push(problem);
  }

  /** Worth telling the reader; nothing is lost. */
  note(problem: Issue): void {
    this.issues.push(problem);
  }

  /** What a breakdown of the code has kept from being read is lost; any other is a note. */
  tell(problem: Issue): void {
    if (problem.code === 'crash') this.lose(problem);
    else this.note(problem);
  }

  /** Pages were handed on, but nobody has read a word of them. */
  nothingRead(): void {
    this.wordless = true;
  }

  /** True once anything was handed on. */
  get hasOutput(): boolean {
    return this.pages + this.kept + this.extras + this.attachments > 0;
  }

  /** Promises neither kept nor failed are failures too: `items_expected = items_emitted + items_failed` always. */
  sums(): Sums {
    const failed = Math.max(this.failures, this.promised - this.kept);
    const silent = failed - this.failures;
    const missing =
      silent > 0
        ? [issue('missing-messages', `${silent} of the things the file promises are not in it.`)]
        : [];
    const emitted = this.kept + this.extras;
    const incomplete = this.unread || failed > 0;
    const status = !incomplete ? 'read' : this.hasOutput && !this.wordless ? 'partial' : 'unreadable';
    return {
      status,
      pages: this.pages,
      items_expected: emitted + failed,
      items_emitted: emitted,
      items_failed: failed,
      issues: [...this.issues, ...missing],
    };
  }
}
