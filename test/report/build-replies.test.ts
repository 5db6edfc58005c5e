import type { AuditInput } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { quantile } from '../../report/build-replies.ts';
import { exchange, file, item, sample } from './sample.ts';

describe('quantiles', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.25, 7],
    [[1, 3], 0.5, 2],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[1, 2, 3, 10], 0.75, 4.75],
  ])('of %j at %d is %j', (sorted, share, expected) => {
    expect(quantile(sorted, share)).toBe(expected);
  });
});

const POLICE = {
  name: 'Pat Ames',
  address: 'pames@police.example',
  side: 'police',
  component: null,
  role: null,
};
const OFFICER = {
  name: 'Lee Brock',
  address: 'lbrock@authority.example',
  side: 'immigration',
  component: 'ERO',
  role: null,
};
const AMES = 'Pat Ames <pames@police.example>';
const BROCK = 'Lee Brock <lbrock@authority.example>';

/** A question and its answers, each with the date and writer given; every message answers the one before. */
function caseOf(messages: [date: string | null, from: string, to: string][]): AuditInput {
  const items = messages.map(([date, from, to], i) =>
    item(`r${i}`, 'box.mbox', null, `Message ${i}`, {
      date,
      from,
      to,
      message_id: `<${i}@x>`,
      in_reply_to: i === 0 ? [] : [`<${i - 1}@x>`],
    }),
  );
  return {
    ...sample(),
    files: [file('box.mbox')],
    pages: [],
    items,
    exchanges: [exchange('r', 'status-only', items)],
    participants: { x_r: [POLICE, OFFICER] },
  };
}

describe('who wrote to whom and how fast the other side answered', () => {
  test('times are told apart by who answers', () => {
    const { correspondence } = buildAudit(
      caseOf([
        ['2015-03-02T10:00:00-06:00', AMES, BROCK],
        ['2015-03-02T10:12:00-06:00', BROCK, AMES],
        ['2015-03-02T11:42:00-06:00', AMES, BROCK],
      ]),
    );
    expect(correspondence.flows).toEqual([
      { from: 'police', to: 'authority', messages: 2, contacts: 1 },
      { from: 'authority', to: 'police', messages: 1, contacts: 1 },
    ]);
    const [police, authority] = correspondence.times;
    expect(police).toMatchObject({ by: 'police', median: 90, steps: [0, 0, 1, 0, 0, 0] });
    expect(authority).toMatchObject({ by: 'authority', median: 12, steps: [1, 0, 0, 0, 0, 0] });
    expect(authority?.replies).toEqual([
      { item_id: 'r1', number: 1, date: '2015-03-02T10:12:00-06:00', minutes: 12 },
    ]);
  });

  test.each([
    ['a date without a time', '2015-03-02', '2015-03-02T10:12:00-06:00'],
    ['a zone on one side only', '2015-03-02T10:00', '2015-03-02T10:12:00-06:00'],
    ['no date', null, '2015-03-02T10:12:00-06:00'],
    ['an answer before its question', '2015-03-02T10:12:00-06:00', '2015-03-02T10:00:00-06:00'],
  ])('%s gives no time', (_, asked, answered) => {
    const { times } = buildAudit(
      caseOf([
        [asked, AMES, BROCK],
        [answered, BROCK, AMES],
      ]),
    ).correspondence;
    expect(times.map(({ replies }) => replies.length)).toEqual([0, 0]);
  });

  test('two zones that are both written are compared as moments', () => {
    const { times } = buildAudit(
      caseOf([
        ['2015-03-02T10:00:00-06:00', AMES, BROCK],
        ['2015-03-02T11:05:00-05:00', BROCK, AMES],
      ]),
    ).correspondence;
    expect(times[1]?.median).toBe(5);
  });

  test('colleagues who write to one another are no reply of the other side', () => {
    const { flows, times } = buildAudit(
      caseOf([
        ['2015-03-02T10:00:00-06:00', AMES, AMES],
        ['2015-03-02T10:05:00-06:00', AMES, AMES],
      ]),
    ).correspondence;
    expect(flows).toEqual([{ from: 'police', to: 'police', messages: 2, contacts: 1 }]);
    expect(times.every(({ replies }) => replies.length === 0)).toBe(true);
  });
});
