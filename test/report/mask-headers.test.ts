import { buildMask } from '../../report/build-mask.ts';
import { DEFAULT_MASK_OPTIONS } from '../../report/mask.ts';
import { maskText } from '../../report/mask-text.ts';
import { KNOWLEDGE, sourceOf } from './mask-sample.ts';
import { item } from './sample.ts';

const OFFICER = 'raymond.sissel@ice.dhs.example';
const bodies = ['Officer Sissel has him. Tell Det. Loftus.', 'Ask Raymond about Juan Perez-Lopez.'];
const source = sourceOf(...bodies);
const writes = (id: string, from: string) => item(id, 'box.mbox', null, '', { from, to: '', subject: '' });
const mask = buildMask(
  {
    ...source,
    items: [
      ...source.items,
      writes('w1', `Raymond <${OFFICER}>`),
      writes('w2', 'Tina Loftus <tloftus@springfieldpd.example>'),
    ],
  },
  KNOWLEDGE,
  DEFAULT_MASK_OPTIONS,
);
const masked = (text: string) => maskText(text, mask).text;
const officer = masked(OFFICER);

describe('a header that names one person by name and address', () => {
  test('the sample knows the family name as somebody else’s', () => {
    expect(officer).toMatch(/^\w.* \d+ \(ICE\)$/);
    expect(masked('Raymond and Sissel')).toMatch(/ \d+ and Officer \d+$/);
    expect(masked('Raymond')).not.toBe(masked('Sissel'));
  });

  test.each([
    ['given name first', `Raymond Sissel <${OFFICER}>`],
    ['family name first', `Sissel, Raymond <${OFFICER}>`],
    ['with an initial', `Sissel, Raymond J. <${OFFICER}>`],
    ['a word that is no name', `Raymond Brightwater <${OFFICER}>`],
    ['with an office in brackets', `Raymond Sissel (CTR) <${OFFICER}>`],
    ['in quotes', `"Sissel, Raymond" <${OFFICER}>`],
    ['with a particle', `Raymond de la Sissel <${OFFICER}>`],
  ])('is one person: %s', (_form, header) => {
    expect(masked(header)).toBe(officer);
  });

  test('names its neighbours as well', () => {
    const loftus = masked('Tina Loftus <tloftus@springfieldpd.example>');
    expect(masked(`Tina Loftus <tloftus@springfieldpd.example>; Raymond Sissel <${OFFICER}>`)).toBe(
      `${loftus}; ${officer}`,
    );
    expect(masked(`Loftus, Tina, Raymond Sissel <${OFFICER}>`)).toMatch(
      new RegExp(`^\\w+ \\d+, ${officer.replace(/[()]/g, '\\$&')}$`),
    );
  });

  test.each([
    ['words of a sentence before it', 'please ask ', `Raymond Sissel <${OFFICER}>`],
    ['the end of a line before it', 'Tamarack Ridge\n', `Raymond Sissel <${OFFICER}>`],
  ])('takes nothing else with it: %s', (_what, before, header) => {
    expect(masked(`${before}${header}`)).toBe(`${before}${officer}`);
  });

  test('the name of somebody else stays one', () => {
    expect(masked(`Juan Perez-Lopez <${OFFICER}>`)).toMatch(/^Person \d+ </);
  });
});

test('a family name is no common word because mail addresses write it small', () => {
  const bodies = Array.from({ length: 8 }, (_, i) => `Copy ${i} to m.stavrakian@mail.example and others.`);
  const rare = sourceOf(...bodies, 'Milo Stavrakian came by.');
  const text = maskText('Milo Stavrakian came by.', buildMask(rare, KNOWLEDGE, DEFAULT_MASK_OPTIONS)).text;
  expect(text).toBe('Person 1 came by.');
});
