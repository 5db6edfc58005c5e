import { pump } from '../../workers/pump.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the pump', () => {
  test('works through what is pushed while it works, never more at once than allowed', async () => {
    const seen: number[] = [];
    let running = 0;
    let most = 0;
    await pump([3, 2], 2, async (piece, push) => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      seen.push(piece);
      if (piece > 0) push(piece - 1);
      running -= 1;
    });
    expect(seen.sort()).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect(most).toBe(2);
  });

  test('throws the first failure after the pieces under way have ended, and takes no more', async () => {
    const ended: number[] = [];
    const work = pump([1, 2, 3, 4], 2, async (piece) => {
      if (piece === 1) throw new Error('disk full');
      await turn();
      ended.push(piece);
    });
    await expect(work).rejects.toThrow('disk full');
    expect(ended).toEqual([2]);
  });

  test('has nothing to do with nothing', async () => {
    await expect(pump([], 4, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
