// Loaded before a program whose helping threads are to end in the middle of what they have taken.
const { isMainThread } = require('node:worker_threads');

if (!isMainThread) {
  Float32Array.prototype.set = () => {
    throw new Error('out of memory');
  };
}
