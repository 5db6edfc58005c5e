import { Option } from 'commander';

/** How public employees are shown in the public edition. */
export function publicEmployeesOption(): Option {
  return new Option(
    '--public-employees <how>',
    'in the public edition, show employees of agencies by role and agency (the default), or by name',
  ).choices(['role', 'name']);
}

/** What the options say; null where nothing was said. */
export interface MaskFlags {
  mask?: string;
  publicEmployees?: 'role' | 'name';
}
