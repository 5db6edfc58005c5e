/**
 * Loaded before the command (`NODE_OPTIONS=--require`), and so before its worker threads: a part of the project's code
 * that cuts or searches a text in which its mark stands meets an error, as one that nobody foresaw.
 */
const BREAKS = [
  ['breaks the coder', '/classify/coder.js'],
  ['breaks the comparing of copies', '/classify/link-copy.js'],
  ['breaks the finding of incidents', '/classify/build-incidents.js'],
];
const { includes } = String.prototype;
Error.stackTraceLimit = 100;

function breakOn(text) {
  for (const [mark, code] of BREAKS) {
    if (!includes.call(text, mark)) continue;
    const { stack } = new Error('');
    if (includes.call(stack, code)) throw new TypeError(`broken on purpose by "${text}"`);
  }
}

for (const name of ['indexOf', 'slice', 'replace', 'match', 'matchAll', 'split', 'trim', 'toLowerCase']) {
  const real = String.prototype[name];
  String.prototype[name] = function (...given) {
    breakOn(String(this));
    return real.apply(this, given);
  };
}
