import { splitParts } from '../../classify/split-parts.ts';

/** `kind message: first line` of every part. */
function parts(body: string): string[] {
  return splitParts(body).parts.map(
    (part) => `${part.kind} ${part.message}: ${body.slice(part.start, part.end).split('\n')[0]}`,
  );
}

describe('splitParts', () => {
  test('separates new text, signature, heading, quoted text and disclaimer', () => {
    const body = [
      'Thanks, will do.',
      '',
      'Det. Ana Ruiz',
      'Oak Police Department',
      '309-555-0100',
      '',
      'From: Poe, Jan (ERO)',
      'Sent: Monday, May 2, 2016 9:00 AM',
      'To: Ruiz',
      'Subject: Release date',
      '',
      'When does he get out?',
      '',
      'This e-mail may contain confidential information. If you are not the intended recipient, delete it.',
    ].join('\n');
    expect(parts(body)).toEqual([
      'new 0: Thanks, will do.',
      'signature 0: Det. Ana Ruiz',
      'header 1: From: Poe, Jan (ERO)',
      'quoted 1: When does he get out?',
      'disclaimer 1: This e-mail may contain confidential information. If you are not the intended recipient, delete it.',
    ]);
    expect(splitParts(body).messages[1]?.from).toBe('Poe, Jan (ERO)');
  });

  test('reads the writer out of "On … wrote:" and out of GroupWise headings', () => {
    expect(splitParts('ok\n\nOn Aug 18 Wanda Estrella wrote:\n> did he sign?').messages[1]?.from).toBe(
      'Wanda Estrella',
    );
    expect(
      splitParts('0600\n\n>>> "Salcedo, Ernesto (ERO)" 12/11/11 8:14 PM >>>\nWhat time?').messages[1]?.from,
    ).toContain('Salcedo, Ernesto (ERO)');
  });

  test('does not take a form that opens with From: for a quotation', () => {
    const { parts: found } = splitParts('FROM: ICE/ERO Atlanta\nTO: Sheriff\n\nMaintain custody.');
    expect(found.map((part) => part.message)).toEqual([0, 0]);
  });

  test('keeps a log with colons and times whole', () => {
    expect(parts('1805 Ofc Lantz on.\n1840 Female fell, knee.\n2102 BP here.')).toEqual([
      'new 0: 1805 Ofc Lantz on.',
    ]);
  });

  test('gives nothing for an empty body', () => {
    expect(parts('')).toEqual([]);
    expect(parts('\n\n')).toEqual([]);
  });
});
