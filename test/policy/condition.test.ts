import { ConditionError, compileCondition, type Field, type Values } from '../../policy/condition.ts';

const FIELDS: Field[] = [
  { name: 'purpose', type: 'string', values: ['criminal', 'civil-immigration'], meaning: 'what for' },
  { name: 'nature', type: 'list<string>', values: ['status-check', 'policy'], meaning: 'what' },
  { name: 'persons', type: 'int', meaning: 'how many' },
  { name: 'warrant', type: 'bool', meaning: 'signed by a judge' },
  { name: 'approval', type: 'bool', meaning: 'approved' },
  { name: 'text', type: 'string', meaning: 'the words' },
];

const KNOWN: Values = {
  purpose: 'civil-immigration',
  nature: ['status-check'],
  persons: 2,
  warrant: true,
  approval: false,
  text: 'Need a T-Shirt, size L.',
};

describe('a condition in three-valued logic', () => {
  const U = null;
  test.each([
    ['warrant && approval', true, true, true],
    ['warrant && approval', true, false, false],
    ['warrant && approval', false, U, false],
    ['warrant && approval', U, false, false],
    ['warrant && approval', U, true, U],
    ['warrant && approval', true, U, U],
    ['warrant && approval', U, U, U],
    ['warrant || approval', true, U, true],
    ['warrant || approval', U, true, true],
    ['warrant || approval', false, U, U],
    ['warrant || approval', U, false, U],
    ['warrant || approval', U, U, U],
    ['warrant || approval', false, false, false],
    ['!warrant', U, true, U],
    ['!warrant', false, true, true],
    ['warrant ? approval : false', U, true, U],
    ['warrant ? approval : false', true, U, U],
    ['warrant ? approval : false', false, U, false],
  ])('%s with warrant %s and approval %s is %s', (source, warrant, approval, expected) => {
    expect(compileCondition(source, FIELDS).test({ ...KNOWN, warrant, approval }).value).toBe(expected);
  });

  test.each([
    ['warrant && approval', ['warrant', 'approval']],
    ['(warrant && false) || approval', ['approval']],
    ['purpose == "criminal" && approval', []],
    ['persons > 2 || approval', ['approval']],
    ['warrant == approval', ['warrant', 'approval']],
  ])('names what is missing in %s', (source, missing) => {
    const { missing: found } = compileCondition(source, FIELDS).test({
      ...KNOWN,
      warrant: null,
      approval: null,
    });
    expect(found).toEqual(missing);
  });

  test('an unknown number or code is unknown as well', () => {
    expect(compileCondition('persons > 2', FIELDS).test({ ...KNOWN, persons: null })).toEqual({
      value: null,
      missing: ['persons'],
    });
    expect(
      compileCondition('purpose in ["criminal"] || true', FIELDS).test({ ...KNOWN, purpose: null }).value,
    ).toBe(true);
  });
});

describe('a condition over a contact', () => {
  test.each([
    ['"status-check" in nature', true],
    ['"policy" in nature', false],
    ['nature.exists(n, n == "status-check")', true],
    ['purpose in ["criminal", "civil-immigration"]', true],
    ['persons >= 2', true],
    ['text.mentions("t-shirt")', true],
    ['text.mentions("t shirts")', false],
    ['text.mentions("shirt, size")', true],
    ['text.mentions("hirt")', false],
  ])('%s is %s', (source, expected) => {
    expect(compileCondition(source, FIELDS).test(KNOWN).value).toBe(expected);
  });
});

describe('a condition that cannot be worked out for a row', () => {
  test.each([
    ['1 / (persons - 2) == 1', null],
    ['nature[5] == "policy"', null],
    ['warrant || 1 / (persons - 2) == 1', true],
  ])('%s is %s', (source, expected) => {
    expect(compileCondition(source, FIELDS).test(KNOWN).value).toBe(expected);
  });
});

describe('a faulty condition', () => {
  test.each([
    ['purpose == "civil"', 11, 'is no purpose'],
    ['purpose in ["criminal", "crime"]', 24, 'is no purpose'],
    ['"status-chek" in nature', 0, 'is no nature'],
    ['warant', 0, 'Unknown variable: warant'],
    ['warrant &&', 10, 'Unexpected token'],
    ['persons == "two"', 0, 'do not go together'],
    ['persons', 0, 'expected a yes or no'],
    ['warrant && persons', 0, 'bool'],
    ['text.mentions(3)', 0, 'no such use of'],
    ['text.matches("(a")', 13, 'Invalid regular expression'],
  ])('%s is refused at character %d', (source, offset, message) => {
    let fault: unknown;
    try {
      compileCondition(source, FIELDS);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ConditionError);
    expect((fault as ConditionError).message).toContain(message);
    expect((fault as ConditionError).offset).toBe(offset);
  });
});

describe('a threshold over numbers', () => {
  const NUMBERS: Field[] = ['a', 'b'].map((name) => ({ name, type: 'double', meaning: '' }));
  test.each([
    ['a * 2 > b', 3, 5, true],
    ['a / b >= 0.5', 1, 2, true],
    ['a == 4', 4, 0, true],
    ['a == 4', 4.5, 0, false],
    ['a < 1 && b < 1', 0.5, 1, false],
    ['2 * a - 1 == b', 2, 3, true],
  ])('%s with a %d and b %d is %s', (source, a, b, expected) => {
    expect(compileCondition(source, NUMBERS).test({ a, b }).value).toBe(expected);
  });
});
