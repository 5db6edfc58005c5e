/**
 * Loaded before a worker (`NODE_OPTIONS=--require`): reading a file that holds the mark ends the whole process, as the
 * system does with one that takes too much memory.
 */
const fs = require('node:fs');
const promises = require('node:fs/promises');

const MARK = Buffer.from('this mail kills whoever reads it');

const readFile = promises.readFile;
promises.readFile = async (path, ...rest) => {
  const found = await readFile(path, ...rest);
  if (Buffer.isBuffer(found) && found.includes(MARK)) process.kill(process.pid, 'SIGKILL');
  return found;
};
const readFileSync = fs.readFileSync;
fs.readFileSync = (path, ...rest) => {
  const found = readFileSync(path, ...rest);
  if (Buffer.isBuffer(found) && found.includes(MARK)) process.kill(process.pid, 'SIGKILL');
  return found;
};
require('node:module').syncBuiltinESMExports();
