import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { redactionsOf } from '../../classify/redactions.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());

function hiddenIn(body: string, subject = '') {
  const headers = { from: '', to: '', cc: '', date: '', subject };
  return redactionsOf(readItem({ id: 'x', kind: 'email', headers, body }, LEXICONS));
}

describe('redactionsOf', () => {
  test('counts words and marks', () => {
    expect(hiddenIn('Agent ████████ met [REDACTED] at noon')).toEqual({
      words: 6,
      marks: 2,
      passage: false,
      authority: false,
    });
    expect(hiddenIn('Agent Poe met her at noon')).toEqual({
      words: 6,
      marks: 0,
      passage: false,
      authority: false,
    });
    expect(hiddenIn('')).toEqual({ words: 0, marks: 0, passage: false, authority: false });
  });

  test.each([
    ['a bar as long as five words', 'He said ████████████████████████████ and left.'],
    ['words blacked out one by one', 'He said ███ ████ ██ █████ ███ and left.'],
    ['a line of its own', 'He said this.\n████████████████████████████████\nHe left.'],
    ['a last line as long as a page is wide', `He said this.\n${'█'.repeat(72)}`],
    ['a piece that a line break cuts', 'He said ████████████████████\n████████████████ and left.'],
    ['many lines at the end', `He left.\n${Array.from({ length: 5 }, () => '█'.repeat(40)).join('\n')}`],
    ['a message of nothing else', '████████████████████████████████\n████████████'],
    ['an exemption in short', 'He said [REDACTED - b7A] and left.'],
    ['an exemption of Illinois in brackets', 'He said [REDACTED 7(1)(d)(i)] and left.'],
    ['pages withheld', 'He said [WITHHELD IN FULL, 4 pp.] and left.'],
    ['paragraphs redacted', 'He said this. [REDACTED: 2 paragraphs] He left.'],
    ['a mark that a semicolon cuts', 'He said this. [WITHHELD; 2 pages] He left.'],
    ['an exemption for drafts in short', 'He said this. [REDACTED - b5] He left.'],
    ['bars of other signs', `He said this. ${'⬛'.repeat(20)} He left.`],
    [
      'bars under a rule, where signatures stand',
      `He left.\nOfficer: Lee\n__________\n${'█'.repeat(80)}\n${'█'.repeat(80)}`,
    ],
    ['a mark with its exemption', 'He said [REDACTED (b)(5)] and left.'],
    ['an exemption of Illinois with its act', 'He said 5 ILCS 140/7(1)(d)(iv) and left.'],
    ['a last line under an exemption for methods', 'He said this.\n(b)(7)(E)'],
    ['an exemption for methods', 'He said (b)(7)(E) and left.'],
    ['an exemption for methods beside one for names', 'He said (b)(6), (b)(7)(C), (b)(7)(E) and left.'],
    ['an exemption for drafts', 'He said (b)(5) and left.'],
    ['an exemption of Illinois for law enforcement', 'He said 7(1)(d)(i) and left.'],
    ['a mark that says how much', 'He said [REDACTED: 3 lines] and left.'],
    ['a mark that says all', 'He said [withheld in full] and left.'],
  ])('sees a passage in %s', (_, body) => {
    expect(hiddenIn(body).passage).toBe(true);
  });

  test('sees a passage in a message of nothing else, whatever its subject', () => {
    expect(hiddenIn('████████████████████████████████\n████████████', 'RE: overtime').passage).toBe(true);
  });

  test('does not take the bars of one message for those of the next', () => {
    const older = '\n\nFrom: Poe, Jan\nSent: Monday, May 4, 2015 9:01 AM\nSubject: Ott\n\nHe is in.';
    const message = `Thanks.\n${'█'.repeat(36)}${older}`;
    expect(hiddenIn(message).passage).toBe(false);
    expect(hiddenIn(message.replace('Thanks.', '').trimStart()).passage).toBe(true);
  });

  test.each([
    ['a name', 'He saw ████████████████ and left.'],
    ['first and last name', 'He saw █████ ████████ and left.'],
    ['names with words between', 'He saw ████████████ and ████████████ with ████████████ there.'],
    ['names in lines of their own', 'We have:\n████████████\n████████████████\n████████████\nThat is all.'],
    [
      'a signature of name, title and office',
      'Thanks.\n██████████\n████████████████████████████████\n████████████████████████',
    ],
    [
      'exemptions for names in brackets',
      'He saw [REDACTED (b)(6), (b)(7)(C)] there with [REDACTED 7(1)(b)].',
    ],
    ['boxes of a form', '■ ■ ■ ■ ■ ■ yes'],
    ['a contract cited', 'He saw ████ on overtime, Article 12(5)(b).'],
    ['exemptions for names', 'He saw (b)(6), (b)(7)(C) and left.'],
    ['an exemption of Illinois for names', 'He saw 7(1)(b) and left.'],
    ['a mark that may be a name', 'He saw [REDACTED] and [name redacted] there.'],
  ])('sees none in %s', (_, body) => {
    expect(hiddenIn(body)).toMatchObject({ passage: false });
    expect(hiddenIn(body).marks).toBeGreaterThan(0);
  });
});
