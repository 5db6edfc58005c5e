import Long from 'long';
import { PSTFile, type PSTFolder, type PSTMessage } from 'pst-extractor';
import { PSTUtil } from 'pst-extractor/dist/PSTUtil.class.js';
import { CachedReads } from './cached-reads.ts';
import { quietly } from './quietly.ts';
import { Unreadable } from './unreadable.ts';

/** Kinds of nodes, in the low five bits of their ids (MS-PST, section 2.2.2.1). */
const NODE_KIND = 0x1f;
const FOLDER = 0x02;
const MESSAGE = 0x04;
/** Column of a folder's tables that holds the id of the row's node. */
const ROW_ID = 0x67f2;
const HEADER_BYTES = 514;
const ANSI_VERSIONS = [14, 15];
/** Where the header says how the data is disguised, by version, and the one way that needs a key. */
const CIPHER_AT = { ansi: 461, unicode: 513 } as const;
const LOCKED = 2;

/** A folder of a mailbox: how many messages it says it holds, and the nodes of those that are found. */
export interface PstFolder {
  /** Names from the top, with `/`. */
  path: string;
  stated: number;
  messages: number[];
  /** Its list of messages cannot be read; what the mailbox's own index knows of it is taken. */
  damaged: boolean;
}

/** The ids in a table of the library's; rows that cannot be read are left out. */
function rowIds(table: unknown, count: number): number[] {
  const read = table as {
    getItems(from: number, count: number): Map<number, { entryValueReference: number }>[];
  };
  const ids: number[] = [];
  for (let row = 0; row < count; row += 1) {
    try {
      const id = read.getItems(row, 1)[0]?.get(ROW_ID)?.entryValueReference;
      if (id !== undefined && id > 0) ids.push(id);
    } catch {
      // The row is missed in the sums of the folder.
    }
  }
  return ids;
}

/** An Outlook mailbox (MS-PST), read from the disk as its parts are asked for. */
export class PstMailbox {
  private readonly file: PSTFile;
  private readonly reads: CachedReads;
  /** Nodes by the folder they belong to, from the mailbox's own index; null where that is damaged. */
  private readonly index: Map<number, number[]> | null;
  private readonly nodes: Set<number>;

  /** @throws Unreadable for a mailbox locked with a key; another error for one whose indexes cannot be read */
  constructor(location: string) {
    this.reads = new CachedReads(location);
    try {
      this.refuseLocked();
      // What an earlier mailbox of the process named stays with the library, which would take it for this one's.
      const names: unknown = Reflect.get(PSTFile, 'nodeMap');
      if (names instanceof Object)
        for (const map of Object.values(names)) if (map instanceof Map) map.clear();
      this.file = quietly(() => new PSTFile(location));
    } catch (error) {
      this.reads.close();
      throw error;
    }
    Reflect.set(this.file, 'readSync', this.reads.fill.bind(this.reads));
    this.index = this.readIndex();
    this.nodes = new Set([...(this.index?.values() ?? [])].flat());
  }

  close(): void {
    this.file.close();
    this.reads.close();
  }

  get indexed(): boolean {
    return this.index !== null;
  }

  /** Every folder, those that none leads to at the end. */
  *folders(): Generator<PstFolder> {
    const seen = new Set<number>();
    yield* this.walk(PSTFile.ROOT_FOLDER_DESCRIPTOR_IDENTIFIER, '', seen);
    for (const ids of this.index?.values() ?? [])
      for (const id of ids) if ((id & NODE_KIND) === FOLDER && !seen.has(id)) yield* this.walk(id, '', seen);
  }

  /** Messages of the index that are in none of the given folders' lists. */
  *strays(listed: ReadonlySet<number>): Generator<number> {
    for (const ids of this.index?.values() ?? [])
      for (const id of ids) if ((id & NODE_KIND) === MESSAGE && !listed.has(id)) yield id;
  }

  /** @throws where the message cannot be read */
  message(id: number): PSTMessage {
    return quietly(() => this.load(id)) as PSTMessage;
  }

  /** The id of a named property in this mailbox. */
  named(key: number, set: number): number {
    return this.file.getNameToIdMapItem(key, set);
  }

  private refuseLocked(): void {
    const header = Buffer.alloc(HEADER_BYTES);
    this.reads.fill(header, HEADER_BYTES, 0);
    const cipher = header[ANSI_VERSIONS.includes(header[10] ?? 0) ? CIPHER_AT.ansi : CIPHER_AT.unicode];
    if (cipher === LOCKED) throw new Unreadable('encrypted', 'The mailbox is locked with a key of Windows.');
  }

  /** A row may be misread: only what the index knows is taken, and the folder's own count tells what is missed. */
  private exists(id: number, kind: number): boolean {
    return (id & NODE_KIND) === kind && (this.index === null || this.nodes.has(id));
  }

  private load(id: number): unknown {
    return PSTUtil.detectAndLoadPSTObject(this.file, this.file.getDescriptorIndexNode(Long.fromNumber(id)));
  }

  private readIndex(): Map<number, number[]> | null {
    try {
      const tree = quietly(() => this.file.getChildDescriptorTree());
      return new Map(
        [...tree].map(([parent, nodes]) => [parent, nodes.map((node) => node.descriptorIdentifier)]),
      );
    } catch {
      return null;
    }
  }

  private *walk(id: number, above: string, seen: Set<number>): Generator<PstFolder> {
    if (seen.has(id)) return;
    seen.add(id);
    let folder: PSTFolder;
    try {
      folder = quietly(() => this.load(id)) as PSTFolder;
    } catch {
      yield { path: above, stated: 0, messages: this.children(id, MESSAGE), damaged: true };
      return;
    }
    const path = [above, folder.displayName].filter((name) => name !== '').join('/');
    const { ids, damaged } = this.listed(folder, 'emailCount', 'emailsTable');
    const rows = ids.filter((row) => this.exists(row, MESSAGE));
    const messages = [...new Set([...rows, ...this.children(id, MESSAGE)])];
    yield { path, stated: Math.max(0, folder.contentCount), messages, damaged };
    const below = this.listed(folder, 'subFolderCount', 'subfoldersTable');
    for (const child of [...below.ids, ...this.children(id, FOLDER)])
      if (this.exists(child, FOLDER)) yield* this.walk(child, path, seen);
  }

  private children(parent: number, kind: number): number[] {
    return (this.index?.get(parent) ?? []).filter((id) => (id & NODE_KIND) === kind && id !== parent);
  }

  private listed(
    folder: PSTFolder,
    count: 'emailCount' | 'subFolderCount',
    table: 'emailsTable' | 'subfoldersTable',
  ): { ids: number[]; damaged: boolean } {
    try {
      const rows = quietly(() => folder[count]);
      return rows < 0
        ? { ids: [], damaged: true }
        : { ids: quietly(() => rowIds(Reflect.get(folder, table), rows)), damaged: false };
    } catch {
      return { ids: [], damaged: true };
    }
  }
}
