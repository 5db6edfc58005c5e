import { createCoder } from '../../classify/coder.ts';
import { hideWords } from '../../classify/hide-words.ts';
import { committedKnowledge } from './labelled-samples.ts';

describe('hideWords', () => {
  test.each([
    ['check his status today', ['his status'], 'check ████████████ today'],
    ['DUI and DUI', ['DUI'], '████ and ████'],
    ['a\nb c', ['b c'], 'a\n████'],
    [
      'asks for the\n  whole family, not him',
      ['asks for the\n  whole family'],
      '████████████\n  ████████████, not him',
    ],
    ['nothing here', ['other'], 'nothing here'],
    ['empty', [''], 'empty'],
    ['twice told', ['twice told', 'told'], '████████████'],
  ])('%p without %p is %p', (text, quotes, expected) => {
    expect(hideWords(text, quotes)).toBe(expected);
  });

  test('takes from the coder what it decided by: the purpose hidden, it does not decide a purpose alone', () => {
    const coder = createCoder(committedKnowledge());
    const body = 'Sir, please let me know ████ ███ ████████ ███████ on ████████ ████. Thank you.';
    const headers = {
      from: '███████ <██████@ice.dhs.gov>',
      to: 'Records <records@oakpd.gov>',
      cc: '',
      date: '',
      subject: '███████',
    };
    const coding = coder.code({ id: 'x', kind: 'email', headers, body });
    expect(coding.verdict === 'undetermined' || coding.needs_review).toBe(true);
  });
});
