import { meaningsIn, namesWithin, otherMeanings, withoutNames } from '../../classify/other-meanings.ts';

const meanings = (text: string): string[] => [...otherMeanings(text).names];

describe('otherMeanings', () => {
  test.each([
    ['Cake for Dottie from the ERO (Employee Relations Office, 3rd floor)', ['ero']],
    ['Hospital Safety Incorporated (HSI) log for the week', ['hsi']],
    ['ICE = in case of emergency', ['ice']],
    ['Health & Safety Institute (HSI) cards', ['hsi']],
    ['CBP is Community Based Policing, which pays for this', ['cbp']],
    ['required of all Emergency\nResponse Officers (ERO)', ['ero']],
    ['HSI: Holgate Street Interlocking, where trains hold', ['hsi']],
    ['ERO means "early retirement option" here', ['ero']],
    ['CBP takes two at 1900.\nCentral Booking & Processing, lower level', ['cbp']],
    ['CBP Q2 - Westside. Organizer: Ofc. Dunmore (Community Based Policing)', ['cbp']],
    ['CBP refresher (Community Based Policing, the 8 hr course) moves', ['cbp']],
    ['CBP arrests, week 14. Community Based Policing officers made 6 of them', ['cbp']],
    ['HSI cards are good 24 months. Login thru Health & Safety Inst. help desk', ['hsi']],
    ['the DHS lady is from the Dept. of Human Services', ['dhs']],
    ['ICE cards (In Case of Emergency, they fold) for the fair', ['ice']],
    ['ICE (Incident Command Element) and HSI (Health Staffing Inc.)', ['ice', 'hsi']],
  ])('%s', (text, names) => {
    expect(meanings(text)).toEqual(names);
  });

  test.each([
    'ICE (Immigration and Customs Enforcement) called',
    'Homeland Security Investigations (HSI) has the case',
    'Enforcement and Removal Operations (ERO) will come',
    'HSI: he said it was his',
    'ICE is coming early',
    'HSI is helping somebody in town',
    'ICE (Broadview) has a bed',
    'we called ICE. Ice cream is in the freezer',
    'write to hsi (at) example',
    'CBP has him.\nChief Bill Polk, Town Police',
    'ICE called. (Ivan C. Ellison)',
    'CBP took him to removal. (Central Bus Plaza)',
    'CLASS BY INS. lnstructors from the Immlgration & Naturallzation Service will be here',
    'CBP agents took him at Kedzie. Cook County Board President Preckwinkle wants a briefing',
    'CBP picked him up at the Community Center. Bill Parker will call',
    'HSI called twice. Human Services Investigator Ott took the children',
    'DHS has a warrant for the driver (Diego Hernandez Sanchez, DOB 03/04/1988) and will get him',
    'ICE picked up the subject (Ian Carl Evans, DOB 1/2/80) at 0600',
    'Homeland: two DHS men took the father. Department of Human Services has the children',
    'ICE has him. Acme Inc. Chief Executive Jones',
    'ICE has him. Ivan Carl Ellison of Center Street',
    'HSI has the case. Harbor Street Institute people saw the Border Patrol',
    'CBP called. Carl Brent Powell, Ivan Ellis Insurance',
    'ICE picked him up (In Custody Elsewhere) for Immigration',
  ])('nothing in: %s', (text) => {
    expect(meanings(text)).toEqual([]);
  });

  test.each([
    ['ERO (Employee Relations Office, 3rd floor)', false],
    ['ICE = in case of emergency', false],
    ['ERO means "early retirement option" here', false],
    ['ICE took him', false],
    ['HSI will be here. The lift is by Harbor Services Inc.', true],
    ['Notified CBP (called by phone) at 0412. They took the driver', true],
    ['Per ERO (Eric R. Olsen) hold him', true],
    ['0412 CBP: Caller Brian Page adv 3 males ran, CBP took 2', true],
    ['DHS (Department of Human Services) has the kids. Two DHS men took the father', true],
  ])('%s: that it is something else is in doubt: %p', (text, doubtful) => {
    expect(otherMeanings(text).doubtful).toBe(doubtful);
  });

  test('what is explained far away, or to the end of a long text, costs little and finds nothing', () => {
    expect(meanings(`ICE ${'word '.repeat(20_000)}(in case of emergency)`)).toEqual([]);
    expect(meanings(`ICE (in case of emergency) ${'called ICE wants '.repeat(6000)}`)).toEqual([]);
    expect(meanings(`ICE ${'Aa'.repeat(100_000)} ${'Inc '.repeat(50_000)}`)).toEqual([]);
  });
});

describe('a name that a text uses in both meanings', () => {
  test.each([
    [
      'Release of Lopez (DUI) is Friday 0800. ICE wants a call two hours before.\n\nAlso pls update your ICE (in case of emergency) cards, due Monday.',
      'ICE (in case',
    ],
    ['ICE (in case of emergency): wife Ana\nHolds: ICE detainer 3/5 0900', 'ICE (in case'],
    ['Notified ICE at 0200.\nICE (in case of emergency) contact: wife', 'ICE (in case'],
    ['ERO (Employee Relations Office) is closed. ERO took him per Immigration', 'ERO (Employee'],
    ['DHS (Department of Human Services) has the kids. Two DHS men took the father', 'DHS (Dep'],
  ])('%s', (text, explained) => {
    const { names, spots, doubtful } = otherMeanings(text);
    expect([...names]).toEqual([]);
    expect(spots.map(({ start }) => text.slice(start, start + explained.length))).toEqual([explained]);
    expect(doubtful).toBe(true);
  });

  test.each([
    ['ERO (Employee Relations Office) cards. The ERO moves upstairs', false],
    ['ERO (Employee Relations Office) cards. The ERO asks for removal of chairs', true],
    ['Update your ICE (in case of emergency) cards. ICE = in case of emergency, see Immigration', false],
  ])('%s: means something else everywhere', (text, doubtful) => {
    const found = otherMeanings(text);
    expect(found.names.size).toBe(1);
    expect(found.spots).toEqual([]);
    expect(found.doubtful).toBe(doubtful);
  });

  test('is told by header, subject and body', () => {
    const people = ['Bo, ERO (Employee Relations Office)', '', ''];
    const found = meaningsIn(
      people,
      'ERO = early retirement option',
      'Called ERO. Then ERO (engine run off)',
    );
    expect([...found.inPeople]).toEqual(['ero']);
    expect([...found.others]).toEqual([]);
    expect(found.explained.subject).toEqual([{ name: 'ero', start: 0, end: 3 }]);
    expect(found.explained.body).toEqual([{ name: 'ero', start: 17, end: 20 }]);
    expect([...namesWithin(found.explained.body, 0, 12)]).toEqual([]);
    expect([...namesWithin(found.explained.body, 12, 30)]).toEqual(['ero']);
  });
});

describe('withoutNames', () => {
  test('takes the short names out of people and addresses', () => {
    expect(withoutNames('ERO-all <all@ero.example>', new Set(['ero']))).not.toMatch(/ero/i);
    expect(withoutNames('Jerome Hero <hero@example>', new Set(['ero']))).toBe('Jerome Hero <hero@example>');
    expect(withoutNames('HSI Duty', new Set(['ero']))).toBe('HSI Duty');
  });
});
