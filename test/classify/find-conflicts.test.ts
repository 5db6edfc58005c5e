import type { Verdict } from '../../classify/coding.ts';
import { findConflicts } from '../../classify/find-conflicts.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const POLICE = 'Det. Ana Ruiz <aruiz@oakpd.gov>';
const ERO = 'Poe, Jan, Deportation Officer <jan.poe@ice.dhs.gov>';
const HSI = 'Roe, Max <max.roe@hsi.dhs.gov>';

function conflicts(from: string, to: string, body: string, verdict: Verdict): string {
  const input = { id: 'x', kind: 'email', headers: { from, to, cc: '', date: '', subject: '' }, body };
  return findConflicts(readItem(input, LEXICONS), verdict).join('; ');
}

describe('findConflicts', () => {
  test.each([
    [POLICE, ERO, 'Lunch on Friday?', 'not-contact', 'write to one another'],
    [POLICE, ERO, 'Lunch on Friday?', 'administrative', ''],
    [POLICE, POLICE, 'The stolen bicycle is back.', 'criminal-investigation', 'no immigration authority'],
    [POLICE, POLICE, 'ICE took the driver.', 'status-only', ''],
    [ERO, POLICE, 'Please send me a current address for John Poe.', 'undetermined', 'bare request is civil'],
    [ERO, POLICE, 'Please send me a current address for John Poe.', 'status-only', ''],
    [HSI, POLICE, 'Please send me a current address for John Poe.', 'status-only', 'does not show what for'],
    [HSI, POLICE, 'Please send me a current address for John Poe.', 'undetermined', ''],
    [
      HSI,
      POLICE,
      'Please send an address for John Poe, we have a heroin case on him.',
      'criminal-investigation',
      '',
    ],
    [POLICE, HSI, '████ ████ at ████ tonight, ████ as discussed', 'status-only', 'redaction'],
    [POLICE, HSI, '████ sold heroin at ████ tonight', 'criminal-investigation', ''],
  ] as const)('%s to %s, "%s" as %s: %p', (from, to, body, verdict, expected) => {
    const found = conflicts(from, to, body, verdict);
    if (expected === '') expect(found).toBe('');
    else expect(found).toContain(expected);
  });
});
