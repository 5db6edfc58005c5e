import { totalmem } from 'node:os';

/** How often the memory of the process is looked at, in milliseconds: an engine fills some hundred megabytes in that time. */
const LOOK_MS = 250;
const MIB = 1024 * 1024;
/** Share of the machine's memory that the process may take: the rest is for the system and its file cache. */
const SHARE_OF_MACHINE = 0.7;

/** Memory of the whole process that is never passed for long, in MiB. */
export function machineLimitMib(): number {
  const given = process.constrainedMemory();
  const machine = given > 0 ? Math.min(given, totalmem()) : totalmem();
  return Math.floor((SHARE_OF_MACHINE * machine) / MIB);
}

/** A job under watch. */
interface Watched {
  /** Memory of the process when the job began, in bytes. */
  before: number;
  stop(): void;
}

/** Looks after the memory that no limit of a thread's heap covers: that of native libraries and of WebAssembly. */
export interface MemoryGuard {
  /** Calls `stop` where the process passes its limit while the job runs; the answer ends the watch. */
  watch(stop: () => void): () => void;
}

/**
 * Stops jobs when the process takes more than `limitMib`. Which of several jobs at work takes it cannot be told from outside:
 * all are stopped, and whoever runs them tries each again alone. A process that was as large before them is not their doing.
 */
export function openMemoryGuard(limitMib: number, memory = () => process.memoryUsage.rss()): MemoryGuard {
  const watched = new Set<Watched>();
  const limit = limitMib * MIB;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const now = memory();
    const least = Math.min(...[...watched].map(({ before }) => before));
    if (now <= limit || now - least < limit / 4) return;
    for (const { stop } of watched) stop();
  }

  return {
    watch(stop) {
      const one: Watched = { before: memory(), stop };
      watched.add(one);
      timer ??= setInterval(look, LOOK_MS);
      return () => {
        watched.delete(one);
        if (watched.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
