import { listBates } from '../../report/list-bates.ts';
import { page } from './sample.ts';

const stamped = (...stamps: (string | null)[]) =>
  listBates(stamps.map((bates, i) => page('a.pdf', i + 1, 'words', { bates })));

describe('Bates numbers', () => {
  test('numbers that are missing inside a series are named with as many digits', () => {
    expect(stamped('LGPD-000098', 'LGPD-000099', 'LGPD-000103')).toEqual({
      pages: 3,
      series: [{ prefix: 'LGPD-', first: 'LGPD-000098', last: 'LGPD-000103', pages: 3 }],
      gaps: [{ prefix: 'LGPD-', first: 'LGPD-000100', last: 'LGPD-000102', numbers: 3 }],
      repeated: [],
    });
  });

  test('two series do not fill one another’s gaps', () => {
    const { gaps, series } = stamped('A-001', 'B-002', 'A-003');
    expect(series.map(({ prefix }) => prefix)).toEqual(['A-', 'B-']);
    expect(gaps).toEqual([{ prefix: 'A-', first: 'A-002', last: 'A-002', numbers: 1 }]);
  });

  test('the order of the pages does not matter, and a number that stands twice is named once', () => {
    const { gaps, repeated } = stamped('A-003', 'A-001', 'A-002', 'A-002', 'A-002');
    expect(gaps).toEqual([]);
    expect(repeated).toEqual(['A-002']);
  });

  test('pages without a number, and stamps that are none, make no series', () => {
    expect(stamped(null, 'draft')).toEqual({ pages: 1, series: [], gaps: [], repeated: [] });
  });
});
