import type { Command } from 'commander';
import { type MaskFlags, publicEmployeesOption } from './public-employees.ts';
import { addSupplementOptions, type SupplementFlags } from './supplement-options.ts';

export function addReport(program: Command): void {
  const command = program
    .command('report')
    .description('write exports and report of a case again')
    .argument('<dir>', 'the case folder')
    .option(
      '--mask <file>',
      'names and numbers to mask in the public edition, and some not to: see docs/masking.md',
    )
    .addOption(publicEmployeesOption());
  addSupplementOptions(command).action(async (folder: string, options: MaskFlags & SupplementFlags) => {
    const { rewriteReport } = await import('./rewrite-report.ts');
    await rewriteReport(folder, options);
  });
}
