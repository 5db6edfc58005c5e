import { splitParts } from '../../classify/split-parts.ts';

const signature = (body: string, kind?: string) =>
  splitParts(body, kind)
    .parts.filter((part) => part.kind === 'signature')
    .map(({ start, end }) => body.slice(start, end));

describe('signatures', () => {
  test.each([
    [
      'titles',
      'He is out at noon.\n\nB. Calloway\nDeportation Officer, ERO',
      'B. Calloway\nDeportation Officer, ERO',
    ],
    [
      'thanks and numbers',
      'He is out at noon.\n\nThank you, Ana\nOffice: 309-555-0100\nCell: 309-555-0101',
      'Thank you, Ana\nOffice: 309-555-0100\nCell: 309-555-0101',
    ],
    ['a mark', 'He is out at noon.\n--\nAna Ruiz\nOak PD', '--\nAna Ruiz\nOak PD'],
    [
      'a mark, streets and a motto',
      'No charges.\n\n--\nAnn Poe\nDeportation Officer\n4310 SW Macadam Ave\nWe serve you with pride',
      '--\nAnn Poe\nDeportation Officer\n4310 SW Macadam Ave\nWe serve you with pride',
    ],
    ['a telephone', 'He is out at noon.\nSent from my iPhone', 'Sent from my iPhone'],
  ])('%s', (_name, body, expected) => {
    expect(signature(body)).toEqual([expected]);
  });

  test.each([
    [
      'a sentence with a title in it',
      'Dan\n\nBond was posted for Lopez\n\nImmigration wants him on a detainer, final order\nMike',
    ],
    ['a thing that was sent', 'Bo,\nSent from the jail to ICE yesterday: Lopez, DUI.\nHe had a final order.'],
    ['a list behind a mark', 'Tonight:\n____\nICE took two from pod 4\nThey signed for both'],
    ['a labelled line', 'See below.\nHold: ICE, no bond'],
  ])('none: %s', (_name, body) => {
    expect(signature(body).join('\n')).not.toMatch(/ICE|Immigration/);
  });

  test('entries of logs and chats are none', () => {
    expect(signature('1955 STOP, NO OLN\n1957 AGENT ENRT', 'log-row')).toEqual([]);
    expect(signature('Sgt: ok\nDet. Hale: officer out', 'chat')).toEqual([]);
  });

  test('whom a copy goes to is no part of it', () => {
    expect(signature('Approved.\n\nSgt. Hale\nOak Police Department\ncc: ICE Chicago')).toEqual([
      'Sgt. Hale\nOak Police Department',
    ]);
  });
});
