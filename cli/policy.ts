import type { Command } from 'commander';

/** `policy list`, `policy show`, `policy new`. */
export function addPolicy(program: Command): void {
  const policy = program
    .command('policy')
    .description('the rules that contacts can be tested against')
    .action(() => policy.error('policy needs list, show or new'));
  policy
    .command('list')
    .description('the policies that come with the tool')
    .action(async () => {
      const { listPolicies } = await import('./show-policies.ts');
      listPolicies();
    });
  policy
    .command('show')
    .description('the rules of a policy: clause, source, condition, exceptions')
    .argument('<id>', 'an id of `policy list`, or a file')
    .action(async (id: string) => {
      const { showPolicy } = await import('./show-policies.ts');
      showPolicy(id);
    });
  policy
    .command('new')
    .description("a commented template for a city's own policy")
    .argument('[file]', 'where to write it; printed where no file is given')
    .action(async (file: string | undefined) => {
      const { writeTemplate } = await import('./show-policies.ts');
      writeTemplate(file);
    });
}
