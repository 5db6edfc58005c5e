import type { Command } from 'commander';
import type { SupplementFiles } from '../workers/index.ts';

/** What the options say; missing where nothing was said. */
export interface SupplementFlags {
  request?: string;
  corrections?: string;
  responses?: string;
}

/** Files that people add to a report, for the commands that write one. */
export function addSupplementOptions(command: Command): Command {
  return command
    .option('--request <file>', 'the request for the records, printed in the report word for word')
    .option('--corrections <file>', 'what was corrected since, with dates: YAML or CSV, see docs/report.md')
    .option('--responses <file>', 'what the agency says about contacts: YAML or CSV, see docs/report.md');
}

export function supplementFiles({ request, corrections, responses }: SupplementFlags): SupplementFiles {
  return {
    request: request ?? null,
    corrections: corrections ?? null,
    responses: responses ?? null,
  };
}
