/**
 * Works through a list that may grow while it is worked on, `concurrency` pieces at a time. The first failure stops the
 * taking of new pieces, is waited for by the pieces under way, and is thrown.
 */
export async function pump<T>(
  initial: Iterable<T>,
  concurrency: number,
  work: (piece: T, push: (more: T) => void) => Promise<void>,
): Promise<void> {
  const waiting: T[] = [...initial];
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | null = null;
  const start = (piece: T) => {
    const task = work(piece, (more) => waiting.push(more))
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => running.delete(task));
    running.add(task);
  };
  let next = 0;
  while (failure === null && (next < waiting.length || running.size > 0)) {
    while (next < waiting.length && running.size < concurrency) start(waiting[next++] as T);
    await Promise.race(running);
  }
  await Promise.all(running);
  if (failure !== null) throw (failure as { error: unknown }).error;
}
