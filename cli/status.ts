import type { Command } from 'commander';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('how far a run is, or how it ended: stage by stage, workers alive, named failures')
    .argument('<dir>', 'the case folder')
    .option('--json', 'as JSON')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { showStatus } = await import('./show-status.ts');
      showStatus(folder, json === true);
    });
}
