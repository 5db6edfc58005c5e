import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, parseRedisUrl } from '../../workers/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A real Redis for the tests: started here, so that it can be killed and started again. */
export interface TestRedis {
  url: string;
  /** Ends it as a power cut would, and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): void;
}

/**
 * Starts `redis-server` or `valkey-server` on a free port with an append-only file. Where neither is on the path it is
 * installed if we may (root on Debian or Ubuntu); else one line says how to get it.
 */
export async function startRedis(password: string | null = null): Promise<TestRedis> {
  const program = findServer();
  const folder = temporaryFolder();
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  args.push('--appendonly', 'yes', '--appendfsync', 'always');
  if (password !== null) args.push('--requirepass', password);
  const url = `redis://${password === null ? '' : `:${password}@`}127.0.0.1:${port}`;
  let server: ChildProcess;
  const launch = async () => {
    server = spawn(program, args, { stdio: 'ignore' });
    await answering(url);
  };
  await launch();
  return {
    url,
    async restart() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      await launch();
    },
    stop: () => void server.kill('SIGKILL'),
  };
}

function onPath(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function findServer(): string {
  const names = ['redis-server', 'valkey-server'];
  const found = names.find(onPath);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    // Another file of tests may be at it: the package manager refuses a second one, which would fail these tests.
    const install = 'command -v redis-server || { apt-get update; apt-get install -y redis-server; }';
    execFileSync('flock', [join(tmpdir(), 'contact-audit-redis.lock'), 'sh', '-c', install], {
      stdio: 'ignore',
    });
    if (onPath('redis-server')) return 'redis-server';
  }
  throw new Error(
    'these tests need a real Redis: `apt-get install redis-server`, `brew install redis`, or valkey',
  );
}

/** A port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      (await connectRedis(parseRedisUrl(url))).disconnect();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
