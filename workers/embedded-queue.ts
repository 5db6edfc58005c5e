import { CONNECTION_TRIES, type Job, type Outcome, type Queue, RETRY_MS } from './queue.ts';
import { addInTurn, openThreadPool, type ThreadPoolSettings } from './thread-pool.ts';

/** The default engine: worker threads in this process, no server. */
export function openEmbeddedQueue(settings: ThreadPoolSettings): Queue {
  const pool = openThreadPool(settings);
  async function add(job: Job): Promise<Outcome> {
    for (let tries = 1; ; tries += 1) {
      const outcome = await pool.add(job);
      const lost = outcome.state === 'failed' && outcome.reason === 'lost';
      if (!lost || tries === CONNECTION_TRIES) return outcome;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * 2 ** (tries - 1)));
    }
  }
  return {
    concurrency: pool.concurrency,
    add,
    addFlow: (whole, parts) => addInTurn(add, whole, parts),
    workers: () => pool.workers(),
    rest: () => pool.rest(),
    close: () => pool.close(),
  };
}
