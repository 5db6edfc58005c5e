import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISSUE_CODES } from '../../ingest/index.ts';

test('docs/issues.md explains every issue code and no other', () => {
  const text = readFileSync(join(__dirname, '../../docs/issues.md'), 'utf8');
  const documented = [...text.matchAll(/^\| `([a-z-]+)`\s*\|/gm)].map((match) => match[1]);
  expect(documented.toSorted()).toEqual([...ISSUE_CODES].toSorted());
});
