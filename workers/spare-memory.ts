import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much the heap of a thread may grow past what is alive in it before what is dead is cleared away, in percent. */
const GROWTH_PERCENT = 50;

/**
 * Keeps the heaps of this process and of the threads it starts from here on close to what is alive in them. By itself the
 * engine lets each grow to several times that as long as the machine has memory, which many threads then take together.
 */
export function spareMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/**
 * Clears away what is dead in the heap of this thread and gives it back to the system: some hundred milliseconds. Between two
 * steps of a run, what the first has left would stay until the second has filled the heap beside it.
 */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
