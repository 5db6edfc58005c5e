import type { Verdict } from '../../classify/coding.ts';
import { findConflicts } from '../../classify/find-conflicts.ts';
import { prepareLexicons } from '../../classify/lexicons.ts';
import { readItem } from '../../classify/read-item.ts';
import { committedLexicons } from './labelled-samples.ts';

const LEXICONS = prepareLexicons(committedLexicons());
const POLICE = 'Det. Ana Ruiz <aruiz@oakpd.gov>';
const ERO = 'Poe, Jan, Deportation Officer <jan.poe@ice.dhs.gov>';
const HSI = 'Roe, Max <max.roe@hsi.dhs.gov>';
/** As long as a passage of seven words. */
const BAR = '█'.repeat(40);

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
    [POLICE, HSI, `He ${BAR} and sold heroin.`, 'criminal-investigation', ''],
    [POLICE, HSI, `He sold heroin ${BAR}, and his wife?`, 'mixed', 'redaction'],
    [POLICE, ERO, `Is he here legally? He is at ${BAR}.`, 'status-only', 'redaction'],
    [
      POLICE,
      ERO,
      'Can you tell me whether ████████ is here legally? He was stopped for a broken light and says that he comes from Peru.',
      'status-only',
      '',
    ],
    [POLICE, ERO, `Training is moved, ${BAR}, to Friday.`, 'administrative', 'redaction'],
    [POLICE, HSI, `Training is Friday. He ${BAR} today.`, 'criminal-investigation', 'redaction'],
    [POLICE, POLICE, 'HSI is here. The lift is by Harbor Services Inc.', 'not-contact', 'short name'],
    [POLICE, POLICE, 'Notified CBP (called by phone), they took him.', 'not-contact', 'short name'],
    [POLICE, POLICE, '[Name withheld, Border Patrol] will be here at 0600.', 'not-contact', 'redaction mark'],
    [POLICE, POLICE, `Overtime is due. ${BAR} Bring doughnuts.`, 'not-contact', 'may tell of a contact'],
    [POLICE, POLICE, 'Overtime is due, ████████ owes two hours.', 'not-contact', ''],
  ] as const)('%s to %s, "%s" as %s: %p', (from, to, body, verdict, expected) => {
    const found = conflicts(from, to, body, verdict);
    if (expected === '') expect(found).toBe('');
    else expect(found).toContain(expected);
  });
});
