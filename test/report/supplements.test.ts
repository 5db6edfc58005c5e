import { buildAudit } from '../../report/build-audit.ts';
import { sample } from './sample.ts';

const answer = { by: 'Example Police', date: '2026-02-01', text: 'He was a suspect.' };

describe('what people add to a report', () => {
  const report = buildAudit({
    ...sample(),
    supplements: {
      request: 'All e-mail with ICE.',
      corrections: [{ date: '2026-03-01', text: 'A page was read twice.', raised_by: '', contact_ids: [] }],
      responses: [
        { contact_id: 'k_a', disputed: true, ...answer },
        { contact_id: 'k_c', disputed: false, ...answer },
      ],
    },
  });

  test('an answer stands with its contact, and a dispute is counted wherever the contact is', () => {
    const of = (id: string) => report.contacts.find(({ exchange }) => exchange.contact_id === id);
    expect(of('k_a')).toMatchObject({ disputed: true, responses: [{ text: 'He was a suspect.' }] });
    expect(of('k_c')).toMatchObject({ disputed: false, responses: [{ by: 'Example Police' }] });
    expect(of('k_b')).toMatchObject({ disputed: false, responses: [] });
    expect(report.counts.all.disputed).toBe(1);
    expect(report.strict.tally.disputed).toBe(1);
    expect(report.verdicts.map(({ tally }) => tally.disputed)).toEqual([1, 0, 0, 0, 0]);
    expect(report.incidents.find(({ incident_id }) => incident_id === 'n_1')?.disputed).toBe(true);
  });

  test('a dispute changes no other number', () => {
    const plain = buildAudit(sample());
    expect(report.headline).toBe(plain.headline);
    expect({ ...report.counts.all, disputed: 0 }).toEqual(plain.counts.all);
  });

  test('incidents hold every contact once and as many persons as the summary', () => {
    expect(report.incidents.flatMap(({ contacts }) => contacts).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(report.incidents).toHaveLength(report.counts.all.incidents);
    expect(report.incidents.reduce((sum, { persons }) => sum + persons, 0)).toBe(report.counts.all.persons);
  });
});
