import { readFileSync } from 'node:fs';
import { mergeAgencies, parseAgencies, resolveAgency } from '../../classify/agencies.ts';
import { domainMatches } from '../../classify/agency-names.ts';

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

  test.each([
    ['fema.dhs.gov', 'other'],
    ['usss.dhs.gov', 'other'],
    ['tsa.dhs.gov', 'other'],
    ['fps.dhs.gov', 'other'],
    ['cisa.dhs.gov', 'other'],
    ['oig.dhs.gov', 'other'],
    ['st.dhs.gov', 'other'],
    ['uscg.mil', 'other'],
    ['uscg.dhs.gov', 'other'],
    ['fema.dhs.example', 'other'],
    ['fbi.gov', 'other'],
    ['dea.usdoj.gov', 'other'],
    ['atf.gov', 'other'],
    ['hq.dhs.gov', 'immigration'],
    ['ice.dhs.gov', 'immigration'],
    ['dhs.gov', 'immigration'],
    ['usda.gov', 'unknown'],
    ['fda.gov', 'unknown'],
    ['fda.hhs.gov', 'unknown'],
    ['honda.com', 'unknown'],
    ['nevada.edu', 'unknown'],
    ['myflorida.com', 'unknown'],
    ['hp.com', 'unknown'],
    ['ups.com', 'unknown'],
    ['doc.gov', 'unknown'],
    ['csp.edu', 'unknown'],
    ['elpaso.org', 'unknown'],
    ['houstonisd.org', 'other'],
    ['cityofevanston.org', 'unknown'],
    ['aurora-il.org', 'unknown'],
    ['shelter.org', 'other'],
    ['harborhouse-dv.org', 'other'],
    ['qureshilaw.com', 'other'],
    ['comcast.net', 'other'],
    ['lasd.org', 'police'],
    ['nypd.org', 'police'],
    ['ocso.com', 'police'],
    ['da.lacounty.gov', 'police'],
    ['denverda.org', 'police'],
    ['meacham-da.example', 'police'],
    ['chp.ca.gov', 'police'],
    ['isp.illinois.gov', 'police'],
    ['doc.wa.gov', 'police'],
    ['tricountygangtf.org', 'police'],
    ['upd.nevada.edu', 'police'],
  ])('a writer at %s of whom nothing else is known is %p', (domain, side) => {
    expect(resolve('M. Tran', `mtran@${domain}`)[0]).toBe(side);
  });

  test.each([
    ['Det. Ana Ruiz, Aurora Police Department', 'aruiz@aurora-il.org', '', 'police', 'rank and agency'],
    ['Ana Ruiz', 'aruiz@chicago.org', 'Ana Ruiz\nSergeant, 4th District', 'police', 'the signature'],
    [
      'Ana Ruiz',
      'aruiz@cityofchicago.org',
      'Sergeant, 4th District',
      'police',
      'a city whose domain says nothing',
    ],
    ['Sgt. Paul Boone, Twisp PD', 'pboone@gmail.com', '', 'police', 'webmail of a small department'],
    ['Ana Ruiz', 'aruiz@evanston.org', 'Evanston Police Department', 'police', 'an agency alone'],
    ['Ofc. Lee Frame, SRO', 'lframe@houstonisd.org', '', 'police', 'a school officer'],
    ['Ana Ruiz, HSI', 'ana.ruiz@yahoo.com', '', 'immigration', 'an authority behind a name'],
    ['Deportation Officer Poe', 'poe@aol.com', '', 'immigration', 'a title of an authority'],
    ['Jane Poe', 'jpoe@nilc.org', 'Jane Poe\nIntake Coordinator', 'other', 'vague words'],
    ['Jane Poe', 'jpoe@shelter.org', 'Deputy Director', 'other', 'a civilian title'],
    ['Jane Poe', 'jpoe@shelter.org', 'Program Officer', 'other', 'another'],
    ['Jane Poe, Neighborhood Watch captain', 'jpoe@gmail.com', '', 'other', 'and another'],
    ['Oak Police Accountability Coalition', 'info@opac.org', '', 'other', 'a coalition'],
    ['Abolish ICE Portland', 'info@aip.org', '', 'other', 'a cause'],
    ['ICE Watch Oak', 'icewatch@gmail.com', '', 'other', 'a cause that begins with the name'],
    ['Det. Ruiz', 'ruiz@oaklaw.com', '', 'other', 'but a lawyer has no rank'],
    ['Det. Ruiz, Nevada campus', 'ruiz@nevada.edu', '', 'police', 'words where the domain says nothing'],
    ['Resident Trooper Jay Brothers', '', '', 'police', 'a rank beside a word of private persons'],
  ])('%s <%s> %p is %s: %s', (name, address, signature, side) => {
    expect(resolve(name, address, signature)[0]).toBe(side);
  });

  test.each([
    ['Sgt. Desmond Oyler, SOMU', 'DO', 'police', 'initials'],
    ['D. Okonski, MVB Investigations', 'DO', 'unknown', 'initials of somebody without a rank'],
    ['Okonski, Dana', '-DO', 'unknown', 'family name first'],
    ['Bill Poe', 'BP', 'unknown', 'initials that are an agency elsewhere'],
    ['Dan Orland', 'Dan Orland\nDO / Jail', 'police', 'no name on the line'],
    ['', 'FR CAPT: WILL DO. 2 UNITS', 'police', 'a verb'],
    ['', 'DO NOT RELEASE', 'unknown', 'an order'],
    ['R. Peña, DO, night duty', '', 'immigration', 'behind a name'],
    ['DO Vanhoutte / ERO', '', 'immigration', 'beside an authority'],
    ['D.O. Sandoval', '', 'immigration', 'before a name'],
    ['Lowther, Gail', 'G. Lowther, DO', 'immigration', 'in the signature'],
    ['Dep. Kinsler', "ICE Liaison, Jail Division\nWake County Sheriff's Office", 'police', 'a liaison'],
    ['Al Kinsler', "ICE Liaison, Jail Division\nWake County Sheriff's Office", 'police', 'without rank'],
    ['Dep. Aldo Kinsler, ICE 287(g) unit, Redbank County', '', 'police', '287(g)'],
    ['DDO Boyd, ICE 287(g), liaison to Redbank County Sheriff', '', 'immigration', 'the other side of it'],
    ['DO Boyd, ICE liaison to the County Jail', '', 'immigration', 'and without a whole title'],
    ['Arizona Department of Homeland Security', '', 'other', 'one without emergencies'],
    [
      'Det. Ana Ruiz',
      'Task Force Officer, Homeland Security Investigations\nMesa County Sheriff',
      'police',
      'TFO',
    ],
    ['HSI TFO Glenn Purdy (Madera Vista PD)', '', 'police', 'TFO of a department'],
    ['TFO Dan Kirchner, HSI Minneapolis', '', 'immigration', 'TFO of none'],
    ['HSI SA Poe', 'cc: Det. Ruiz, Oak PD', 'immigration', 'a detective who gets a copy'],
    ['HSI SA Poe', 'with Det. Ruiz, Oak PD', 'immigration', 'one named after the agent'],
    ['Mike Ross', 'Mike Ross\ncc: Border Patrol Blaine', 'unknown', 'an authority that gets a copy'],
    ['Ofc. Bastien', 'ERO Miami, Krome intake', 'immigration', 'a rank with vague words'],
    ['Lt. Orr, Homeland Security Unit, Dallas Police', '', 'police', 'a unit of a police department'],
    ['Homeland Security, Boston', '', 'immigration', 'the department'],
    ['State Department of Homeland Security & Emergency Management', '', 'other', 'a department of a state'],
    ['Kevin Poe, Department of Homeland Security, FEMA Region VI', '', 'other', 'a part of it'],
    ['SAC Ana Poe, FBI', '', 'other', 'a special agent in charge elsewhere'],
    ['DEA RAC Louisville', '', 'other', 'a resident agent in charge elsewhere'],
    ['Resident Agent in Charge Sanger, DEA', '', 'other', 'in full'],
    ['SAC Ana Poe', '', 'immigration', 'where no other agency is named'],
    ['SAC Ana Poe, HSI, with FBI', '', 'immigration', 'or an authority as well'],
    ['DEA TFO Sims', '', 'police', 'an officer lent to another agency'],
    ['Deputy U.S. Marshal Whitt', '', 'other', 'a deputy of none of these'],
    ['Lt. j.g. Prescott, USCG Station', '', 'other', 'a rank of the Coast Guard'],
  ])('%s %p is %s: %s', (name, signature, side) => {
    expect(resolve(name, '', signature)[0]).toBe(side);
  });

  test.each([
    ['Ana Ruiz', 'ana.ruiz@dea.usdoj.gov', 'Group Supervisor', ['other', null]],
    ['Greer, M (DO)', 'm.greer@ice.dhs.gov', '', ['immigration', 'ERO']],
    ['Hollis, T.', 't.hollis@ice.dhs.gov', 'T. Hollis\nDO, Nashville', ['immigration', 'ERO']],
    ['INS Duty Desk', 'duty@usdoj.gov', '', ['immigration', 'ICE-unspecified']],
  ])('%s <%s> %p is %p', (name, address, signature, expected) => {
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

describe('a deportation officer who is only "DO"', () => {
  test.each([
    ['DO GARZA', ''],
    ['', 'R. GARZA, DO'],
    ['', 'R. Garza\nDO\n(318) 555-0142'],
    ['KERR, ROBERT, DO', ''],
    ['duty DO, Oakdale', ''],
    ['DO supervisors, Lumpkin & Atlanta', ''],
    ['Garza (DO)', ''],
  ])('%j %j', (name, signatureText) => {
    expect(resolveAgency({ name, address: '', signatureText }, AGENCIES).side).toBe('immigration');
  });
});

test('an authority that names somebody of the police to turn to stays one, as does one whose letters are initials', () => {
  const side = (name: string, signatureText: string) =>
    resolveAgency({ name, address: '', signatureText }, AGENCIES).side;
  expect(side('', 'R. Garza\nERO Newark\nAlt: Det. Poe, Oak PD')).toBe('immigration');
  expect(side('', 'R. Garza\nICE\nCall Sgt. Diaz, Oak County Jail')).toBe('immigration');
  expect(side('Henry S. Ibarra', 'HSI\nDenver')).toBe('immigration');
});

test('the old immigration service at the Department of Justice', () => {
  expect(
    resolveAgency({ name: '', address: 'robert.kerr@ins.usdoj.gov', signatureText: '' }, AGENCIES).side,
  ).toBe('immigration');
});
