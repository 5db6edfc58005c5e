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
      'subject 1: Release date',
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

  test('says whom the heading of a form or of a quotation names', () => {
    const form = ['From: Det. J. Wain', 'To: U.S. INS (DRO), Laguna', 'Date: 1/13/03', '', 'Need: photo'];
    expect(splitParts(form.join('\n')).messages).toEqual([
      { from: 'Det. J. Wain', to: 'U.S. INS (DRO), Laguna' },
    ]);
    const quoted = ['Yes.', '', 'Jan Poe wrote:', '> Can he?', '', 'From: Ruiz', 'To: Poe', '', 'Do ask.'];
    expect(splitParts(quoted.join('\n')).messages).toEqual([
      { from: '', to: '' },
      { from: 'Jan Poe', to: '' },
      { from: 'Ruiz', to: 'Poe' },
    ]);
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

  test.each([
    'He was booked for burglary and unauthorized use of a vehicle.\n\nICE came for him on the 16th.',
    'I asked what for and got "law enforcement sensitive." He will call back.\n\nUntil then nobody is moved.',
    'Their lawyer cites the public records law, and may ask for all e-mail.\n\nSend me what you have.',
    '(U//FOUO) ICE will go after families from Sunday.\n\n(U//FOUO) Two vigils are planned.',
    'FOUO\n\nSubject is a white male, last seen on Elm.',
    'Booked on unauthorized use and possession.\n\nICE came for him.',
    'The paper wants all e-mail to or from ICE under the public records act.\n\nHow many are there?',
    'I found no calls to or from ERO in the public records request.\n\nDo you hold the Perez referral?',
    'This message is confidential, burn it.\n\nICE asked for the four at the motel.',
    'Confidentiality: no names are kept. Forms are shredded after entry.',
    'CAUTION: Lopez is out on bond for distribution of cocaine. ICE asked us to hold him.',
    'Please note: no unauthorized release of Lopez, ICE is coming for him at 1400.',
    'This email is about the confidential source and the distribution of heroin.',
  ])('what only speaks like a notice is the writer’s own: %j', (text) => {
    const body = `Lt,\n\n${text}`;
    const { parts: found } = splitParts(body);
    expect(found.map(({ kind }) => kind)).not.toContain('disclaimer');
    expect(found.at(-1)?.end).toBe(body.length);
  });

  test.each([
    'LAW ENFORCEMENT SENSITIVE\n\nNot for distribution outside of the agency.',
    'FOR OFFICIAL USE ONLY',
    'This email and any attachments are FOR OFFICIAL USE ONLY.',
    'Any unauthorized review, use or disclosure is prohibited.',
    'E-mail to and from this address is a public record of the State.',
    'Please note: Florida has a very broad public records law.',
    'This electronic mail may be subject to the public records law.',
    'CONFIDENTIALITY: intended for the named recipient only; it may be privileged.',
  ])('a notice under a message is a disclaimer: %j', (notice) => {
    const body = `He is out at noon.\n\n${notice}`;
    expect(splitParts(body).parts.map(({ kind, start }) => [kind, start])).toEqual([
      ['new', 0],
      ['disclaimer', 20],
    ]);
  });

  test('what stands behind a notice is the writer’s again, and the signature above it is one', () => {
    const body = [
      'He is out at noon.',
      '',
      'B. Calloway',
      'Special Agent',
      'Homeland Security Investigations',
      'Warning: This document is UNCLASSIFIED//FOR OFFICIAL USE ONLY.',
      'It may contain information exempt from release.',
      '',
      'PS his brother is at the motel, room 6.',
    ].join('\n');
    expect(parts(body)).toEqual([
      'new 0: He is out at noon.',
      'signature 0: B. Calloway',
      'disclaimer 0: Warning: This document is UNCLASSIFIED//FOR OFFICIAL USE ONLY.',
      'new 0: PS his brother is at the motel, room 6.',
    ]);
  });

  test('gives nothing for an empty body', () => {
    expect(parts('')).toEqual([]);
    expect(parts('\n\n')).toEqual([]);
  });
});
