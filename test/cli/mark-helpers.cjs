// Loaded before a program whose helping threads are to say that they hand over their work, or are to end with it.
const { writeSync } = require('node:fs');
const { isMainThread, MessagePort, workerData } = require('node:worker_threads');

/** Marks a method by which a thread hands over; not where it reports its own end by the same. */
function mark(owner, name, isWork) {
  const method = owner[name];
  owner[name] = function (...given) {
    if (isWork(given[0])) {
      // Past the stream of a thread, which the waiting one would have to pass on.
      writeSync(1, 'a thread helped\n');
      if (process.env.BREAK_HELPERS) throw new Error('out of memory');
    }
    return method.apply(this, given);
  };
}

if (!isMainThread) {
  if (workerData.port) mark(MessagePort.prototype, 'postMessage', (sent) => sent.facts !== undefined);
  else mark(Float32Array.prototype, 'set', () => true);
}
