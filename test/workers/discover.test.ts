import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../../case/index.ts';
import { discoverFiles } from '../../workers/discover.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function release(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'mail', 'a'), { recursive: true });
  writeFileSync(join(root, 'z.pdf'), 'zz');
  writeFileSync(join(root, 'mail', 'a', 'box.mbox'), 'x');
  writeFileSync(join(root, '.hidden'), '');
  return root;
}

const paths = (files: { path: string }[]) => files.map(({ path }) => path);

describe('the files of a release', () => {
  test('of one folder have paths inside it, sorted, hidden files included', async () => {
    expect(paths(await discoverFiles([release()], '/nowhere'))).toEqual([
      '.hidden',
      'mail/a/box.mbox',
      'z.pdf',
    ]);
  });

  test('of several arguments begin with the name of each', async () => {
    const root = release();
    const found = await discoverFiles([join(root, 'mail'), join(root, 'z.pdf')], '/nowhere');
    expect(paths(found)).toEqual(['mail/a/box.mbox', 'z.pdf']);
  });

  test('with equal names are told apart by the folder above', async () => {
    const root = release();
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other', 'z.pdf'), 'other');
    const found = await discoverFiles([join(root, 'z.pdf'), join(root, 'other', 'z.pdf')], '/nowhere');
    expect(new Set(paths(found)).size).toBe(2);
    expect(paths(found)).toContain('other/z.pdf');
  });

  test('leave out the case folder that lies among them', async () => {
    const root = release();
    mkdirSync(join(root, 'case'));
    writeFileSync(join(root, 'case', 'case.sqlite'), 'x');
    expect(paths(await discoverFiles([root], join(root, 'case')))).not.toContain('case/case.sqlite');
  });

  test('name a symbolic link and do not follow it', async () => {
    const root = release();
    symlinkSync('/etc', join(root, 'out'));
    const link = (await discoverFiles([root], '/nowhere')).find(({ path }) => path === 'out');
    expect(link?.issue?.code).toBe('unsafe-path');
  });

  test.each([
    ['a path that does not exist', ['/does/not/exist']],
    ['the same path twice', ['/tmp', '/tmp/']],
  ])('need a right setting: %s', async (_, given) => {
    await expect(discoverFiles(given, '/nowhere')).rejects.toThrow(SettingsError);
  });
});
