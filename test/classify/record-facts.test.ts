import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { factNames, factsOf } from '../../classify/record-facts.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const NAMES = factNames(LEXICONS.words().cues);

/** The facts of a mail from ICE that are not zero, by name. */
function facts(body: string): Record<string, number> {
  const headers = {
    from: 'Trask <k.trask@ice.dhs.gov>',
    to: 'desk@example.org',
    cc: '',
    date: '',
    subject: '',
  };
  const own = factsOf(readItem({ id: 'x', kind: 'email', headers, body }, LEXICONS), [0.5, -1], [0.25, 0]);
  expect(own).toHaveLength(NAMES.length);
  return Object.fromEntries(NAMES.flatMap((name, at) => (own[at] === 0 ? [] : [[name, own[at]!]])));
}

test('facts of a mail, each under its name', () => {
  expect(facts('He was arrested for cocaine. No detainer. More cocaine.')).toMatchObject({
    'score:none': 0.5,
    'score:mention': -1,
    'part:none': 0.25,
    'kind:email': 1,
    length: 55,
    messages: 1,
    'authority writes': 1,
    'immigration shows': 1,
    'cue:off.drug': 2,
    'cue:denied detainer': 1,
  });
  expect(facts('Sir,\nstopped 2 males tonight, RUIZ, Ana and LOPEZ, Eva')).toMatchObject({
    'persons:told': 2,
    'persons:names': 2,
  });
  expect(facts('Hi')['authority reads']).toBeUndefined();
});
