import type { Exchange } from '../../classify/index.ts';
import type { CodedExchange } from '../../policy/coded-contact.ts';
import { contactValues } from '../../policy/contact-values.ts';
import { decideFacts } from '../../policy/decide-facts.ts';
import type { Fact } from '../../policy/fact.ts';
import { exchange, linkedItem } from '../records.ts';
import { BOOK } from './books.ts';

const PARTIES = [
  { name: 'Tina Loftus', address: '', side: 'police', role: null },
  { name: 'Dana Pike', address: '', side: 'immigration', role: null },
];

function decided(contact: CodedExchange, fact: Fact) {
  const found = decideFacts([fact], contact, contactValues(contact)).get(fact.name);
  if (found === undefined) throw new Error('not decided');
  return found;
}

function decide(name: string, body: string, change: Partial<Exchange> = {}, from = 'Loftus, Tina') {
  const fact = BOOK.facts.find((one) => one.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const item = linkedItem({ from, body, parts: [{ kind: 'new', start: 0, end: body.length }] });
  const contact = {
    exchange: exchange({ conduct: 'unstated', nature: ['info-request'], coder: 'people', ...change }),
    items: [item],
    parties: PARTIES,
  };
  return decided(contact, fact);
}

const HOLD: Partial<Exchange> = { nature: ['detainer-or-hold'] };

describe('a fact that words show or deny', () => {
  test.each([
    ['judicial_warrant', 'The judge signed a warrant this morning.', true],
    ['judicial_warrant', 'He has a bench warrant out of Ashby County.', true],
    ['judicial_warrant', 'It is an administrative warrant only.', false],
    ['judicial_warrant', 'Nothing on him, no warrants.', false],
    ['judicial_warrant', 'Can you check him for me?', null],
    ['judicial_warrant', 'Our warranty on the printer ran out.', null],
    ['judicial_warrant', 'We have a warrant.', null],
    ['detainer_seen', 'The I-247 is on the fax now.', true],
    ['detainer_seen', 'We will not be lodging a detainer.', false],
    ['detainer_seen', 'Detained at the scene.', null],
    ['held_for_authority', 'We are holding him for ICE until 10.', true],
    ['held_for_authority', "We can't hold him on that.", false],
    ['held_for_authority', 'Under the new Act we cannot keep anybody on these.', false],
    ['held_for_authority', 'I am on hold with records.', false],
    ['contact_details_given', 'They are staying at 620 Quarry Rd now.', true],
    ['contact_details_given', 'Sunset Motor Lodge room 12', true],
    ['contact_details_given', 'Do you have an address for them?', null],
    ['in_custody', 'He is in our lockup until court.', true],
    ['in_custody', 'Driver was let go; not under arrest.', false],
    ['in_custody', 'He works nights.', null],
    ['stopped', 'Lane-usage stop on Veterans.', true],
    ['stopped', 'Please stop by the office.', null],
    ['required_by_law', 'Served with a grand jury subpoena.', true],
    ['required_by_law', "Names below if they're of use to anybody.", false],
    ['required_by_law', 'Just FYI, as a courtesy.', false],
    ['public_information', 'That is public record, see our website.', true],
    ['public_information', 'Not for public release.', false],
    ['serious_offence', 'Wanted for an armed robbery.', true],
    ['held_for_status_only', 'Detained him just for being undocumented.', true],
    ['routed_to_command', 'I forwarded this to the Chief.', true],
    ['routed_to_command', 'Forwarded to Records.', null],
  ])('%s in "%s" is %s', (name, body, expected) => {
    const { value, evidence } = decide(name, body);
    expect(value).toBe(expected);
    if (evidence !== null) expect(body.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  test.each([
    [
      'Morning.\nHe is here now. We are holding him for ICE until 10. Call me.',
      'We are holding him for ICE until 10.',
    ],
    ['Morning.\n  We are holding him for ICE\nuntil 10.', 'We are holding him for ICE'],
    ['We are holding him for ICE', 'We are holding him for ICE'],
    [`We are holding him for ICE ${'and '.repeat(80)}so on.`, 'We are holding him for ICE'],
  ])('is quoted with its sentence on the line: %j', (body, quote) => {
    expect(decide('held_for_authority', body, HOLD).evidence?.quote).toBe(quote);
  });

  test("is not taken from the other side's words", () => {
    expect(decide('held_for_authority', 'We are holding him for ICE.', HOLD, 'Pike, Dana').value).toBeNull();
    expect(decide('held_for_authority', 'We are holding him for ICE.', HOLD).value).toBe(true);
  });

  test('is not taken from quoted mail', () => {
    const fact = BOOK.facts.find(({ name }) => name === 'detainer_seen');
    const body = 'Thanks.\n> The detainer is on file.';
    const item = linkedItem({
      body,
      parts: [
        { kind: 'new', start: 0, end: 8 },
        { kind: 'quoted', start: 8, end: body.length },
      ],
    });
    const contact = { exchange: exchange({ nature: [] }), items: [item], parties: PARTIES };
    if (fact === undefined) throw new Error('no fact');
    expect(decided(contact, fact).value).toBeNull();
  });
});

describe('a fact that the codes show', () => {
  test.each<[string, Partial<Exchange>, boolean | null]>([
    ['judicial_warrant', { conduct: 'none' }, false],
    ['judicial_warrant', { conduct: 'infraction' }, false],
    ['judicial_warrant', { conduct: 'alleged-crime' }, null],
    ['transferred', { nature: ['custody-transfer'] }, true],
    ['transferred', { nature: ['status-check'] }, false],
    ['transferred', { nature: ['detainer-or-hold'] }, null],
    ['detainer_seen', { nature: ['detainer-or-hold'] }, true],
    ['status_asked', { nature: ['status-check'] }, true],
    ['status_asked', { purpose: 'criminal' }, false],
    ['status_asked', { purpose: 'civil-immigration' }, null],
    ['transferred', { nature: ['status-check'], needs_review: true, coder: 'model 1' }, null],
  ])('%s under %j is %s', (name, change, expected) => {
    expect(decide(name, 'Ok.', change).value).toBe(expected);
  });
});
