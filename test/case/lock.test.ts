import { join } from 'node:path';
import { lockCase, RunError } from '../../case/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

describe('the lock of a case', () => {
  test('lets one run in and tells the second', () => {
    const path = join(temporaryFolder(), 'run.lock');
    const first = lockCase(path);
    expect(() => lockCase(path)).toThrow(RunError);
    expect(() => lockCase(path)).toThrow('another run is at work');
    first.release();
    lockCase(path).release();
  });
});
