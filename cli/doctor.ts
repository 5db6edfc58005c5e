import type { Command } from 'commander';

/** What the options say; missing where nothing was said. */
export interface DoctorOptions {
  redis?: string;
  json?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine has for the work, what it lacks, and how to get it')
    .option('--redis <url>', 'ask this Redis whether it answers: redis://[[user]:password@]host[:port]')
    .option('--json', 'as JSON')
    .action(async (options: DoctorOptions) => {
      const { showMachine } = await import('./show-machine.ts');
      await showMachine(options);
    });
}
