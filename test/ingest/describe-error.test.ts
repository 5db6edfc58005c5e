import { describeError } from '../../ingest/describe-error.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

describe('an error of the code', () => {
  const [name, apostrophe, pattern] = ['Marta Oyelaran', "O'Neil", 'Oyelaran('];
  const nothing = undefined as unknown as Record<string, unknown>;

  test.each<[string, () => unknown, RegExp]>([
    ['a key that came out of the record', () => nothing[name!], /^TypeError: .*undefined.*…/],
    ['a key with an apostrophe', () => nothing[apostrophe!], /^TypeError: .*undefined.*…/],
    ['a text that was to be JSON', () => JSON.parse(`{"a": ${name}}`), /^SyntaxError: .*…/],
    ['a pattern made of words', () => new RegExp(pattern!), /^SyntaxError: Invalid regular expression.*…/],
    [
      'what is thrown without an error',
      () => {
        throw 'broken on\n purpose';
      },
      /^Error: broken on purpose$/,
    ],
  ])('is told without %s', (_, work, told) => {
    const { error } = describeError(thrownBy(work));
    expect(error).toMatch(told);
    expect(error).not.toMatch(/Marta|Oyelaran|Neil/);
  });

  test('is told with the place in the code and not with the folder it lies in', () => {
    expect(describeError(new RangeError("it isn't in range"))).toEqual({
      error: "RangeError: it isn't in range",
      at: expect.stringMatching(/^describe-error\.test\.ts:\d+:\d+$/),
    });
  });

  test('is told in few words, however long it is', () => {
    expect(describeError(new Error('word '.repeat(1000))).error.length).toBeLessThan(250);
  });

  test.each([
    ['memory', new RangeError('Array buffer allocation failed')],
    ['a disk', Object.assign(new Error('EIO: i/o error, read'), { syscall: 'read' })],
  ])('goes on to end the job where %s is to blame', (_, error) => {
    expect(() => describeError(error)).toThrow(error);
  });
});
