import { contactAudit } from './contact-audit.ts';

interface Part {
  name: string;
  found: boolean;
  needed: boolean;
  use: string;
  get: string;
}

describe('doctor', () => {
  test('finds what the tool needs on a machine that runs its tests, and ends with 0', async () => {
    const { status, stdout } = await contactAudit('doctor', '--json');
    const parts = JSON.parse(stdout) as Part[];
    expect(parts.filter(({ needed, found }) => needed && !found)).toEqual([]);
    expect(parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Node.js',
        'SQLite',
        'character recognition',
        'memory',
        'LibreOffice',
        'readpst',
      ]),
    );
    for (const { use, get } of parts) expect(use !== '' && get !== '').toBe(true);
    expect(status).toBe(0);
  });

  test('says in words how to get what is lacking', async () => {
    const { stdout } = await contactAudit('doctor');
    expect(stdout).toMatch(/^ok {5} Node\.js/m);
    for (const line of stdout.split('\n').filter((one) => /^(lacking|MISSING)/.test(one)))
      expect(stdout).toContain(`${line}\n`);
    const lacking = stdout.match(/^(lacking|MISSING)/gm) ?? [];
    expect(stdout.match(/get it: /g) ?? []).toHaveLength(lacking.length);
  });

  test('ends with 1 where a Redis that was named does not answer', async () => {
    const { status, stdout } = await contactAudit('doctor', '--redis', 'redis://:secret@127.0.0.1:1');
    expect(stdout).toContain('MISSING Redis');
    expect(stdout).not.toContain('secret');
    expect(status).toBe(1);
  });
});
