import type { Redis } from 'ioredis';
import { SettingsError } from '../case/index.ts';

/** Longest wait for the first answer of Redis, in milliseconds. */
const CONNECT_MS = 5000;

/** What it takes to connect, for ioredis and BullMQ alike. */
export interface RedisConnection {
  host: string;
  port: number;
  db: number;
  username?: string;
  password?: string;
  tls?: { servername: string };
}

/** A Redis server as the user named it: `redis://[[user]:password@]host[:port][/db]`, `rediss://` for TLS. */
export interface RedisServer {
  options: RedisConnection;
  /** Host and port, for people; never the password. */
  label: string;
}

/** @throws SettingsError where the URL is not one of Redis. */
export function parseRedisUrl(text: string): RedisServer {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new SettingsError('the Redis URL is not a URL: redis://host:port, or rediss:// for TLS');
  }
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') {
    throw new SettingsError('the Redis URL has to begin with redis:// or rediss://');
  }
  const port = url.port === '' ? 6379 : Number(url.port);
  const db = url.pathname === '' || url.pathname === '/' ? 0 : Number(url.pathname.slice(1));
  if (!Number.isInteger(db)) throw new SettingsError('the Redis URL names a database that is no number');
  const options: RedisConnection = { host: url.hostname.replace(/^\[|\]$/g, ''), port, db };
  if (url.username !== '') options.username = decodeURIComponent(url.username);
  if (url.password !== '') options.password = decodeURIComponent(url.password);
  if (url.protocol === 'rediss:') options.tls = { servername: url.hostname };
  return { options, label: `${url.hostname}:${port}` };
}

/**
 * Asks the server once, so that a wrong address or password is known before any work begins. The connection that comes
 * back is open; the caller closes it.
 *
 * @throws SettingsError with one line: not there, or not let in.
 */
export async function connectRedis({ options, label }: RedisServer): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis({
    ...options,
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: null,
  });
  let cause: Error | null = null;
  redis.on('error', (error: Error) => {
    cause ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    const message = `${(cause as Error | null)?.message ?? ''} ${(error as Error).message}`;
    if (/NOAUTH|WRONGPASS|invalid password|invalid username/i.test(message)) {
      throw new SettingsError(`Redis at ${label} does not accept the user or password`);
    }
    throw new SettingsError(`Redis at ${label} cannot be reached`);
  }
}
