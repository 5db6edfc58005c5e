import { FORWARD_PREFIXES, GENERIC_SUBJECTS, REPLY_PREFIXES } from './link-words.ts';
import { foldText } from './text-similarity.ts';

/** What the prefix in front of a subject says the message is. */
export type SubjectKind = 'plain' | 'reply' | 'forward';

export interface Subject {
  kind: SubjectKind;
  /** Without prefixes and list tags, white space made single; as written otherwise. */
  base: string;
  /** `base` for comparing: small letters and digits only, shapes that recognisers confuse made one. */
  key: string;
  /** True where the words are too common to join two messages ("FYI", "question", nothing at all, wholly redacted). */
  generic: boolean;
}

const PREFIX = new RegExp(
  `^\\s*(?:\\[[^\\]]{1,24}\\]\\s*)?(${[...REPLY_PREFIXES, ...FORWARD_PREFIXES].join('|')})\\s*(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:;]\\s*`,
  'iu',
);
const FORWARD = new RegExp(`^(?:${FORWARD_PREFIXES.join('|')})$`, 'iu');
/** Tags that gateways put in front: "[EXTERNAL]", "[External Email]", "EXTERNAL:". */
const GATEWAY_TAG = /^\s*(?:\[(?:ext|external|caution)[^\]]{0,20}\]|\*{0,3}external\*{0,3}\s*:)\s*/iu;

/** Takes the prefixes off a subject, outermost first; the outermost one says what the message is. */
export function readSubject(subject: string): Subject {
  let rest = subject.replace(/\s+/g, ' ').trim();
  let kind: SubjectKind = 'plain';
  for (;;) {
    const tag = GATEWAY_TAG.exec(rest);
    if (tag) rest = rest.slice(tag[0].length);
    const prefix = PREFIX.exec(rest);
    if (!prefix) {
      if (!tag) break;
      continue;
    }
    if (kind === 'plain') kind = FORWARD.test(prefix[1] ?? '') ? 'forward' : 'reply';
    rest = rest.slice(prefix[0].length);
  }
  const base = rest.trim();
  const key = foldText(base).join('');
  return { kind, base, key, generic: key.length < 3 || GENERIC_KEYS.has(key) };
}

const GENERIC_KEYS = new Set(GENERIC_SUBJECTS.map((words) => foldText(words).join('')));
