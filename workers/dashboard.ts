import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import { RunError } from '../case/index.ts';
import { QUEUE_NAME } from './bullmq-queue.ts';
import type { RedisConnection } from './redis.ts';

export interface Dashboard {
  url: string;
  close(): Promise<void>;
}

/**
 * Shows the jobs of a case in the browser (bull-board), on 127.0.0.1 alone: jobs hold hashes and page numbers, but whoever
 * reaches the page could remove them. Read only.
 *
 * @throws RunError where the port is taken.
 */
export async function openDashboard(
  connection: RedisConnection,
  prefix: string,
  port: number,
): Promise<Dashboard> {
  const queue = new Queue(QUEUE_NAME, { connection, prefix });
  queue.on('error', () => {});
  const serverAdapter = new ExpressAdapter();
  createBullBoard({ queues: [new BullMQAdapter(queue, { readOnlyMode: true })], serverAdapter });
  const app = express().use('/', serverAdapter.getRouter());
  const server = await new Promise<ReturnType<typeof app.listen>>((resolve, reject) => {
    const listening = app.listen(port, '127.0.0.1');
    listening.once('listening', () => resolve(listening));
    listening.once('error', reject);
  }).catch(async () => {
    await queue.close();
    throw new RunError(`the dashboard's port ${port} is taken`);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.close();
    },
  };
}
