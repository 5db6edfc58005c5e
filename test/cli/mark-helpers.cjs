// Loaded before a program whose helping threads are to say that they have solved something, or are to end with it.
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const { set } = Float32Array.prototype;

if (!isMainThread) {
  Float32Array.prototype.set = function (...given) {
    // Past the stream of a thread, which the waiting one would have to pass on.
    writeSync(1, 'a thread helped\n');
    if (process.env.BREAK_HELPERS) throw new Error('out of memory');
    set.apply(this, given);
  };
}
