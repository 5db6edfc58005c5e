import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendDecisions, CHAIN_START, checkDecisionChain, readDecisions } from '../../case/index.ts';
import { sha256Hex } from '../../ingest/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function chain(...codes: string[]): string[] {
  const lines: string[] = [];
  for (const code of codes) {
    const last = lines.at(-1);
    lines.push(JSON.stringify({ code, prev: last === undefined ? CHAIN_START : sha256Hex(last) }));
  }
  return lines;
}

async function check(text: string) {
  const path = join(temporaryFolder(), 'decisions.jsonl');
  writeFileSync(path, text);
  return checkDecisionChain(path);
}

describe('the chain of decisions', () => {
  const lines = chain('a', 'b', 'c');

  test('stands where each line holds the hash of the one before', async () => {
    expect(await check(`${lines.join('\n')}\n`)).toEqual({ lines: 3, faults: [] });
  });

  test('is empty where nobody has decided yet', async () => {
    expect(await checkDecisionChain(join(temporaryFolder(), 'none'))).toEqual({ lines: 0, faults: [] });
  });

  test.each([
    ['a changed line', [lines[0], lines[1]?.replace('"b"', '"x"'), lines[2]], 'line 3'],
    ['a removed line', [lines[0], lines[2]], 'line 2'],
    ['a line put in front', [...chain('z'), ...lines], 'line 2'],
    ['a line that is not JSON', [lines[0], 'not json', lines[2]], 'line 2'],
  ])('breaks behind %s', async (_, text, place) => {
    const { faults } = await check(`${text.join('\n')}\n`);
    expect(faults[0]).toContain(place);
  });

  test('says where the last line is cut off', async () => {
    expect((await check(lines.join('\n'))).faults).toEqual(['the last line is cut off']);
  });
});

describe('decisions that are added', () => {
  const file = () => join(temporaryFolder(), 'decisions.jsonl');

  test('are chained to those before, which stay byte for byte', async () => {
    const path = file();
    await appendDecisions(path, [{ code: 'a' }, { code: 'b' }]);
    const before = readFileSync(path, 'utf8');
    await appendDecisions(path, [{ code: 'c' }]);
    expect(readFileSync(path, 'utf8').startsWith(before)).toBe(true);
    expect(await checkDecisionChain(path)).toEqual({ lines: 3, faults: [] });
    expect((await readDecisions(path)).map(({ code }) => code)).toEqual(['a', 'b', 'c']);
  });

  test('leave the file as it is where there are none', async () => {
    const path = file();
    await appendDecisions(path, []);
    expect(await readDecisions(path)).toEqual([]);
  });

  test('are not added to a chain that is broken', async () => {
    const path = file();
    await appendDecisions(path, [{ code: 'a' }, { code: 'b' }]);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"a"', '"x"'));
    await expect(appendDecisions(path, [{ code: 'c' }])).rejects.toThrow(
      'decisions.jsonl cannot be added to: line 2 does not follow',
    );
  });
});
