import { readFileSync } from 'node:fs';
import { domainMatches, mergeAgencies, parseAgencies, resolveAgency } from '../../classify/agencies.ts';

const AGENCIES = parseAgencies(JSON.parse(readFileSync('classify/lexicon/agencies.json', 'utf8')));

function resolve(name: string, address = '', signatureText = '') {
  const { side, component } = resolveAgency({ name, address, signatureText }, AGENCIES);
  return [side, component];
}

describe('resolveAgency', () => {
  test.each([
    ['Ruiz, Ana', 'ana.ruiz@ice.dhs.gov', '', ['immigration', 'ICE-unspecified'], 'the general ICE domain'],
    ['Ruiz, Ana (ERO)', 'ana.ruiz@ice.dhs.gov', '', ['immigration', 'ERO'], 'the name says which part'],
    [
      'Ana Ruiz',
      'ana.ruiz@ice.dhs.gov',
      'Deportation Officer\nChicago',
      ['immigration', 'ERO'],
      'the title does',
    ],
    ['Ana Ruiz', 'a@hsi.dhs.example', '', ['immigration', 'HSI'], 'a domain of its own'],
    ['Ana Ruiz', 'a@ice.dhs.gov', 'Special Agent', ['immigration', 'HSI'], 'special agents are HSI'],
    ['Ana Ruiz', 'a@cbp.dhs.gov', 'Special Agent', ['immigration', 'CBP'], 'but not at CBP'],
    ['J. Poe', 'j.poe@uscis.dhs.gov', '', ['immigration', 'USCIS'], 'USCIS'],
    ['LESC', '', '', ['immigration', 'LESC'], 'a bare name'],
    ['DRO Newark', '', '', ['immigration', 'ERO'], 'an older name counts as ERO'],
    ['SAC Office Chicago', '', '', ['immigration', 'HSI'], 'an older name counts as HSI'],
    ['Border Patrol Station Havre', '', '', ['immigration', 'CBP'], 'Border Patrol'],
    ['BP Havre Station', '', '', ['immigration', 'CBP'], 'Border Patrol as border towns write it'],
    ['Kline, Jeff (BP)', '', '', ['immigration', 'CBP'], 'likewise behind a name'],
    ['BP Security, Whiting', 'gate@bp.com', '', ['other', null], 'but not the oil company'],
    ['BP Refinery, main gate', '', '', ['other', null], 'nor by the name alone'],
    ['BP Refinery liaison, HSI', '', '', ['immigration', 'HSI'], 'unless an authority is named as well'],
    ['Ana bp', '', '', ['unknown', null], 'nor in small letters'],
    ['Watch Commander, Blaine Sector', '', '', ['immigration', 'CBP'], 'a sector of the Border Patrol'],
    ['Midtown Sector, car 4', '', '', ['unknown', null], 'another sector'],
    ['hsi_kim', '', '', ['immigration', 'HSI'], 'small letters where they are no word'],
    ['I.C.E.', '', '', ['immigration', 'ICE-unspecified'], 'initials with stops'],
    [
      'Deportation Officer Gail Lowther',
      '',
      '',
      ['immigration', 'ERO'],
      'whose officer it is shows in the title',
    ],
    ['Patrol Agent in Charge, Niagara', '', '', ['immigration', 'CBP'], 'likewise beside "Patrol"'],
    ['Sgt. Ana Ruiz, Oak Police', '', 'cc: DO Lowther', ['police', null], 'a short title proves nothing'],
    [
      'Sgt. Ana Ruiz, Oak Police',
      '',
      'cc: Deportation Officer Lowther',
      ['police', null],
      'nor the title of somebody whom a signature names',
    ],
    ['Gail Lowther', '', 'Deportation Officer', ['immigration', 'ERO'], 'unless the name says nothing'],
    ['Monitoring', 'alarms@hsi-security.example', '', ['unknown', null], 'a firm of those initials'],
    ['Officer Gail Lowther', '', '', ['police', null], 'any other officer'],
    ['Det. Omar Fakhoury', 'ofakhoury@tallowcreekpd.gov', '', ['police', null], 'a city police domain'],
    ['Clerk', 'records@cowleyso.org', '', ['police', null], "a sheriff's domain"],
    ['Sgt. P. Boone', '', '', ['police', null], 'a rank without an address'],
    ['Booking', 'x@harlanjail.example', '', ['police', null], 'a jail'],
    ['M. Tran', 'mtran@gmail.com', '', ['other', null], 'a private address'],
    ['Reporter', 'desk@eastledger.com', '', ['other', null], 'the press'],
    ['Somebody', '', '', ['unknown', null], 'nothing to go by'],
    ['so it is', '', '', ['unknown', null], 'a small word is no office'],
    ['Legal process', 'legal@ice-exchange.example', '', ['unknown', null], 'nor is an exchange of that name'],
    ['Ice Palace Rink', 'info@icepalace.com', '', ['unknown', null], 'ice that is not the agency'],
    [
      'Det. Ruiz',
      'ruiz@oakpd.org',
      'cc: Special Agent Poe, HSI',
      ['police', null],
      'the address outweighs the signature',
    ],
  ])('%s <%s> %s is %p: %4$s', (name, address, signature, expected) => {
    expect(resolve(name, address, signature)).toEqual(expected);
  });

  test("puts the user's own agencies before the general ones", () => {
    const own = parseAgencies({
      agencies: [
        { name: 'Linden Grove', side: 'police', component: null, domains: ['city.example'], words: [] },
      ],
    });
    const merged = mergeAgencies(own, AGENCIES);
    const person = { name: 'T. Loftus', address: 'tl@mail.city.example', signatureText: '' };
    expect(resolveAgency(person, merged).side).toBe('police');
    expect(resolveAgency(person, AGENCIES).side).toBe('unknown');
  });

  test('says where an agency file is wrong', () => {
    expect(() => parseAgencies({ agencies: [{ name: 'X', side: 'army' }] })).toThrow(/agencies\[0\]\.side/);
    expect(() => parseAgencies({ agencies: [{ name: 'X', side: 'police', component: 'FBI' }] })).toThrow(
      /component/,
    );
    expect(() => parseAgencies([])).toThrow(TypeError);
  });
});

describe('domainMatches', () => {
  test.each([
    ['ice.dhs.gov', 'ice.dhs.*', true],
    ['mail.ice.dhs.gov', 'ice.dhs.*', true],
    ['ice.dhs.gov.example', 'ice.dhs.*', true],
    ['notice.dhs.gov', 'ice.dhs.*', false],
    ['office.com', 'ice.*', false],
    ['springfieldpd.gov', '*pd.*', true],
    ['updates.com', '*pd.*', false],
  ])('%s fits %s: %p', (domain, pattern, expected) => {
    expect(domainMatches(domain, pattern)).toBe(expected);
  });
});
