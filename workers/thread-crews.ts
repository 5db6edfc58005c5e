import { Piscina } from 'piscina';
import { QueueClosed, type StageName } from './queue.ts';

/** Which stages share threads. Engines that read and the model that codes are some hundred megabytes each: no thread holds both. */
const CREWS: Record<StageName, string> = {
  pages: 'read',
  ingest: 'read',
  ocr: 'read',
  image: 'read',
  link: 'link',
  code: 'code',
};

/** A thread that has had no job for so long ends, and gives back what it holds: some hundred megabytes after a long file. */
const IDLE_MS = 2000;

export interface CrewSettings {
  /** The module whose default export runs a job; it is loaded in each thread. */
  worker: string;
  /** Handed to each thread; has to survive a structured clone. */
  workerData: unknown;
  threads: number;
  /** Most that the heap of one thread may take, in MiB. */
  heapMib: number;
}

interface Crew {
  pool: Piscina;
  /** Jobs that were given to it and have not ended. */
  jobs: number;
}

/** Threads by kind of work. */
export interface ThreadCrews {
  /**
   * Runs work in a thread of its stage's crew, once the threads of the crews without work have ended.
   *
   * @throws QueueClosed where the crews are closed.
   */
  run(stage: StageName, work: unknown, signal: AbortSignal): Promise<unknown>;
  /** Ends the threads of the crews without work. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export function openThreadCrews({ worker, workerData, threads, heapMib }: CrewSettings): ThreadCrews {
  const crews = new Map<string, Crew>();
  /** Settles when the threads of all crews that were sent away have ended. */
  let ending: Promise<unknown> = Promise.resolve();
  let closed = false;

  function openCrew(name: string): Crew {
    const pool = new Piscina({
      filename: worker,
      workerData,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: heapMib },
    });
    pool.on('error', () => {});
    const crew: Crew = { pool, jobs: 0 };
    crews.set(name, crew);
    return crew;
  }

  function endIdle(kept: string | null): Promise<unknown> {
    const idle = [...crews].filter(([name, { jobs }]) => name !== kept && jobs === 0);
    for (const [name] of idle) crews.delete(name);
    if (idle.length > 0) ending = Promise.all([ending, ...idle.map(([, { pool }]) => pool.destroy())]);
    return ending;
  }

  return {
    async run(stage, work, signal) {
      if (closed) throw new QueueClosed();
      const name = CREWS[stage];
      const crew = crews.get(name) ?? openCrew(name);
      crew.jobs += 1;
      try {
        await endIdle(name);
        if (closed) throw new QueueClosed();
        return await crew.pool.run(work, { signal });
      } finally {
        crew.jobs -= 1;
      }
    },
    async rest() {
      await endIdle(null);
    },
    async close() {
      closed = true;
      const pools = [...crews.values()].map(({ pool }) => pool.destroy());
      crews.clear();
      await Promise.all([ending, ...pools]);
    },
  };
}
