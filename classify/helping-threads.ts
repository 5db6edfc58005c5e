import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Transferable, Worker } from 'node:worker_threads';

/** Room for what is young in a thread's heap, in MiB: texts and features by the hundred thousand outlive a smaller one and are copied. */
export const YOUNG_MIB = 192;

/**
 * Starts a thread of the built program `name` to help with `share`; `given` are parts of it that it takes over. False where the
 * built program is not there, as in tests of the sources. What a thread does not finish is left to the one that asked.
 */
export function startHelper(name: string, share: unknown, given: readonly Transferable[] = []): boolean {
  const file = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  if (!existsSync(file)) return false;
  const worker = new Worker(file, {
    workerData: share,
    transferList: [...given],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  worker.on('error', () => {});
  worker.unref();
  return true;
}
