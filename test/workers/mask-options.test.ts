import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMaskOptions } from '../../workers/mask-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'mask-options-'));

function listOf(text: string): string {
  const path = join(folder, 'mask.txt');
  writeFileSync(path, text);
  return path;
}

test('without a file nothing is added', () => {
  expect(readMaskOptions({ listFile: null, publicEmployees: 'name' })).toEqual({
    public_employees: 'name',
    list: [],
  });
});

test('the lines of a file are read', () => {
  const { list } = readMaskOptions({ listFile: listOf('+ Rosie Q\n'), publicEmployees: 'role' });
  expect(list).toMatchObject([{ action: 'hide', kind: 'person', text: 'Rosie Q' }]);
});

test('a line that cannot be used is a wrong setting that names file, line and fault', () => {
  const listFile = listOf('+ Rosie Q\nRosie');
  const read = () => readMaskOptions({ listFile, publicEmployees: 'role' });
  expect(read).toThrow(expect.objectContaining({ name: 'SettingsError' }));
  expect(read).toThrow(`mask file ${listFile}: line 2: a line begins with`);
});

test('a file that is not there is a wrong setting', () => {
  expect(() => readMaskOptions({ listFile: join(folder, 'none'), publicEmployees: 'role' })).toThrow(
    'mask file cannot be read',
  );
});
