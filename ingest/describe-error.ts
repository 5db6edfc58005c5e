/** What broke in the project's own code, in words that hold nothing of the record on which it broke. */
export interface Breakdown {
  /** Class and message of the error: `TypeError: Cannot read properties of undefined (reading …)`. */
  error: string;
  /** Where in the code, `find-events.js:57:12`; empty where the error does not tell. */
  at: string;
}

/** Longest message that is handed on, in UTF-16 units. */
const MOST = 200;
/** What stands between quotation marks or strokes: a key, a value or a pattern, which may have come out of the record. */
const QUOTED = /".*"|`.*`|(?<!\w)'.*'|\/.*\//gs;
const PLACE = /([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/m;

/** True where the machine is to blame (memory that it does not give, a disk that cannot be read), so that no item is. */
function isOfTheMachine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || /\ballocation failed\b|\bout of memory\b/i.test(error.message);
}

/**
 * Describes an error of the code that was met on one piece of a release.
 *
 * @throws the error itself where the machine is to blame: that ends the job, as it has to.
 */
export function describeError(error: unknown): Breakdown {
  if (isOfTheMachine(error)) throw error;
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = message.replace(QUOTED, '…').replace(/\s+/g, ' ').trim().slice(0, MOST);
  return { error: told === '' ? name : `${name}: ${told}`, at: PLACE.exec(stack ?? '')?.[1] ?? '' };
}
