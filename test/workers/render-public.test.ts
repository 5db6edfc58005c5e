import { RunError } from '../../case/index.ts';
import { buildAudit, forPublication, maskAudit } from '../../report/index.ts';
import { renderPublic } from '../../workers/render-public.ts';
import { maskOf } from '../report/mask-sample.ts';
import { item, sample } from '../report/sample.ts';

const BODY = 'Can you check Tomasz Wierzba, 309-555-0188? No crime that\nI know of.';

function caseWith(body: string) {
  const input = sample();
  const items = input.items.map((one) => (one.item_id === 'i1' ? item('i1', '2015.pdf', 1, body) : one));
  return { ...input, items };
}

describe('the public page', () => {
  const mask = maskOf([BODY]);
  const audit = buildAudit(caseWith(BODY));

  test('is written where nothing private would be read in it', async () => {
    const page = [...(await renderPublic(forPublication(maskAudit(audit, mask)), mask))].join('');
    expect(page).toContain('Public edition.');
    expect(page).not.toContain('Wierzba');
  });

  test('is refused with one line that tells the kinds and not the words where something would', async () => {
    const pieces = await renderPublic(forPublication(audit), mask);
    let refused = new Error('Nothing was thrown.');
    try {
      expect([...pieces]).toEqual([]);
    } catch (error) {
      refused = error as Error;
    }
    expect(refused).toBeInstanceOf(RunError);
    expect(refused.message).toMatch(
      /^report\/public\.html still shows \d+ private strings \([^\n]*\bperson\b/,
    );
    expect(refused.message).not.toMatch(/Wierzba|0188/);
  });
});
