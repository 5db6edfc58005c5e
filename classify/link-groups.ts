/** Groups that grow by joining two members at a time (union–find), numbered by position. The least position names a group. */
export class Groups {
  readonly #parent: Int32Array;
  readonly #members = new Map<number, number[]>();

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  rootOf(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let at = member; at !== root; ) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Everybody in the group of `member`, itself included. */
  membersOf(member: number): readonly number[] {
    const root = this.rootOf(member);
    return this.#members.get(root) ?? [root];
  }

  join(a: number, b: number): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left === right) return;
    const [kept, gone] = left < right ? [left, right] : [right, left];
    const [more, fewer] = [this.#listOf(kept), this.#listOf(gone)].sort((x, y) => y.length - x.length);
    more?.push(...(fewer ?? []));
    this.#parent[gone] = kept;
    this.#members.set(kept, more ?? []);
    this.#members.delete(gone);
  }

  #listOf(root: number): number[] {
    return this.#members.get(root) ?? [root];
  }
}
