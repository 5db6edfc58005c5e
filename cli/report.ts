import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { caseLayout, lockCase, openStore } from '../case/index.ts';
import { assessCase, openCase, writeResults } from '../workers/index.ts';

export function addReport(program: Command): void {
  program
    .command('report')
    .description('write exports and report of a case again')
    .argument('<dir>', 'the case folder')
    .action(async (folder: string) => {
      const layout = caseLayout(resolve(folder));
      const data = assessCase(openCase(layout));
      const lock = lockCase(layout.lock);
      try {
        await writeResults(layout, data, openStore(layout.store));
      } finally {
        lock.release();
      }
      process.stdout.write(`Report: ${relative(process.cwd(), join(layout.report, 'index.html'))}\n`);
    });
}
