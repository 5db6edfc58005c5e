import { leaveOutBreakers } from '../../workers/leave-out-breakers.ts';

const NUMBERS = Array.from({ length: 100 }, (_, number) => number);

/** A sum that breaks down where `breaks` says so. */
function sum(breaks: (numbers: readonly number[]) => boolean) {
  return (numbers: readonly number[]) => {
    if (breaks(numbers)) throw new Error('broken on purpose');
    return numbers.reduce((total, number) => total + number, 0);
  };
}

describe('work over many pieces', () => {
  test('is done once where nothing breaks it', () => {
    let times = 0;
    const { result, breakers } = leaveOutBreakers(NUMBERS, (numbers) => {
      times += 1;
      return numbers.length;
    });
    expect([result, breakers, times]).toEqual([100, [], 1]);
  });

  test('leaves out each piece that breaks it', () => {
    const odd = [3, 57, 99];
    const { result, breakers } = leaveOutBreakers(
      NUMBERS,
      sum((numbers) => numbers.some((number) => odd.includes(number))),
    );
    expect(breakers.map(({ piece, error }) => [piece, error])).toEqual(
      odd.map((number) => [number, 'Error: broken on purpose']),
    );
    expect(result).toBe(4950 - 3 - 57 - 99);
  });

  test('leaves out one of two that break it only together', () => {
    const { result, breakers } = leaveOutBreakers(
      NUMBERS,
      sum((numbers) => numbers.includes(20) && numbers.includes(70)),
    );
    expect(breakers.map(({ piece }) => piece)).toEqual([70]);
    expect(result).toBe(4950 - 70);
  });

  test('throws where it breaks on any two pieces, or on none', () => {
    const always = sum(() => true);
    const onTwo = sum((numbers) => numbers.length > 1);
    expect(() => leaveOutBreakers(NUMBERS, always)).toThrow('broken on purpose');
    expect(() => leaveOutBreakers(NUMBERS, onTwo)).toThrow('broken on purpose');
  });

  test('throws at once where the machine is to blame', () => {
    let times = 0;
    expect(() =>
      leaveOutBreakers(NUMBERS, () => {
        times += 1;
        throw Object.assign(new Error('EIO: i/o error, read'), { syscall: 'read' });
      }),
    ).toThrow('EIO');
    expect(times).toBe(1);
  });
});
