const { threadId } = require('node:worker_threads');
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');

/** A worker for the tests of the queue: does what the job says. */
module.exports = async ({ data, place }) => {
  switch (data.act) {
    case 'hang':
      // At this page of a PDF; -1 while it is opened.
      Atomics.store(new Int32Array(place), 0, data.page ?? 0);
      for (;;);
    case 'grow': {
      const held = [];
      for (;;) held.push(new Array(1_000_000).fill(held.length));
    }
    case 'swell': {
      // Outside the heap, as native libraries and WebAssembly take it; slowly, as a picture is decoded.
      const held = [];
      for (;;) {
        held.push(Buffer.alloc(16 << 20, 1));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      }
    }
    case 'die':
      process.exit(3);
      return null;
    case 'note':
      appendFileSync(data.mark, String(data.value));
      return data.value;
    case 'read':
      return [...readFileSync(data.mark, 'utf8')].sort().join('');
    case 'lose':
      if (existsSync(data.mark)) return 'found again';
      writeFileSync(data.mark, '');
      throw new Error('ESTALE: stale file handle, read');
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, data.milliseconds));
      return data.value;
    case 'full':
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    case 'thread':
      return threadId;
    case 'throw':
      throw new Error('broken');
    default:
      return data.value;
  }
};
