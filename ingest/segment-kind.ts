import type { ItemKind } from './item.ts';
import type { Line } from './segment-lines.ts';

/** Words that name a kind of document, looked for in its heading lines first; weights are hits needed in the text. */
const HEADINGS: [ItemKind, RegExp][] = [
  ['memo', /\b(?:memorandum|memo|interoffice|inter-office|general order|special order|directive)\b/i],
  ['voicemail', /\bvoice ?mail\b|\bvoice message\b|\bmissed call\b/i],
  ['calendar', /\b(?:calendar|appointment|meeting request|invitation)\b|^when:|^organizer:/im],
  [
    'bulletin',
    /\b(?:bulletin|be on the lookout|bolo|flyer|flier|press release|news release|advisory|alert|intel(?:ligence)? brief|newsletter|training|recognition for)\b/i,
  ],
  [
    'report',
    /\b(?:incident report|police report|case report|offense report|arrest report|supplement(?:al|ary)?|narrative|field interview|cad (?:report|log|incident)|call for service|after action|report of investigation|investigative report)\b/i,
  ],
  [
    'form',
    /\b(?:form|application|request for|authorization|checklist|waiver|affidavit|certification|detainer|questionnaire|sign-?in|roster|worksheet|invoice|receipt)\b/i,
  ],
];
const MEETING =
  /^(?:organi[sz]er|show time as|required attendees|optional attendees|recurrence|meeting status)\s*:/i;
const TURN =
  /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?\]?[\s,-]+)?[\p{Lu}][\p{L}'. -]{1,30}(?:\s*[([]?\d{1,2}:\d{2}\s*(?:[ap]m)?[)\]]?)?:\s+\S/iu;
const BLANK = /_{3,}|\[\s?\]|☐|□|\(\s\)/;

/** The kind of a document by its heading, its blanks to fill in and its turns of speech; `document` where nothing tells. */
export function documentKind(lines: Line[]): ItemKind {
  const head = lines
    .slice(0, 5)
    .map((line) => line.text)
    .join('\n');
  if (lines.filter((line) => MEETING.test(line.text.trim())).length >= 2) return 'calendar';
  const blanks = lines.filter((line) => BLANK.test(line.text)).length;
  if (blanks >= 2 && blanks * 5 >= lines.length) return 'form';
  for (const [kind, words] of HEADINGS) {
    if (words.test(head)) return kind;
  }
  const turns = lines.filter((line) => TURN.test(line.text));
  const stamped = turns.filter((line) => /\d{1,2}:\d{2}/.test(line.text.slice(0, 50))).length;
  if (stamped >= 3 && stamped * 2 >= lines.length) return 'chat';
  const fields = lines.filter((line) => /^[\p{L}][\p{L} /#.()-]{1,30}:(?:\s|$)/u.test(line.text)).length;
  if (fields >= 4 && fields * 2 >= lines.length) return 'form';
  return 'document';
}
