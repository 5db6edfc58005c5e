import type { Exchange } from '../../classify/index.ts';
import { countKinds, read, tally } from '../../report/count-contacts.ts';
import { isContact } from '../../report/labels.ts';
import { exchange, sample } from './sample.ts';

const contacts = sample().exchanges.filter(isContact);

describe('counting contacts', () => {
  test('the strict reading counts status-only, the broad one mixed as well', () => {
    expect(read('strict', contacts)).toMatchObject({ low: 2, tally: { contacts: 2 } });
    expect(read('broad', contacts)).toMatchObject({ low: 3, tally: { contacts: 3 } });
  });

  test('the upper end of a range counts every undetermined contact, the lower end none', () => {
    expect(read('strict', contacts)).toMatchObject({ low: 2, high: 3, share_low: 2 / 6, share_high: 3 / 6 });
    expect(read('broad', contacts)).toMatchObject({ low: 3, high: 4 });
  });

  test('without contacts there is no share', () => {
    expect(read('strict', [])).toMatchObject({ low: 0, high: 0, share_low: null, share_high: null });
  });

  test('persons of one incident are counted once, by the largest number that a contact names', () => {
    expect(tally(contacts)).toMatchObject({
      contacts: 6,
      incidents: 5,
      persons: 3 + 1 + 1,
      persons_unknown: 1,
    });
  });

  test('contacts that are tied to no incident are one each', () => {
    const loose = ['p', 'q'].map((id) => exchange(id, 'mixed', [], { incident_id: null, persons: 2 }));
    expect(tally(loose)).toMatchObject({ incidents: 2, persons: 4 });
  });

  test('a code is the model’s unless its coder is somebody else', () => {
    expect(tally(contacts)).toMatchObject({ decided: 1, suggested: 5, needs_review: 2 });
  });

  test('a contact with two natures is counted under both, and under one only once', () => {
    const twice: Exchange = exchange('t', 'mixed', [], { nature: ['policy', 'policy', 'interpreter'] });
    expect(countKinds([twice], (one) => one.nature)).toEqual([
      { code: 'interpreter', contacts: 1, strict: 0, broad: 1 },
      { code: 'policy', contacts: 1, strict: 0, broad: 1 },
    ]);
  });

  test('kinds come most frequent first', () => {
    expect(countKinds(contacts, (one) => one.nature)).toEqual([
      { code: 'status-check', contacts: 5, strict: 1, broad: 2 },
      { code: 'detainer-or-hold', contacts: 1, strict: 0, broad: 1 },
      { code: 'info-provided', contacts: 1, strict: 1, broad: 1 },
    ]);
  });
});
