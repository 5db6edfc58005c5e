/** Runs a step of a library that tells its troubles to the console, where words of a record have no place. */
export function quietly<T>(step: () => T): T {
  const { log, error, warn } = console;
  const silence = () => undefined;
  Object.assign(console, { log: silence, error: silence, warn: silence });
  try {
    return step();
  } finally {
    Object.assign(console, { log, error, warn });
  }
}
