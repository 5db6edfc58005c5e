import { readFileSync } from 'node:fs';
import { SettingsError } from '../case/index.ts';

/** More passwords than a person would list; each is tried on each locked file. */
const MAX_PASSWORDS = 1_000;

/**
 * Reads a file of passwords, one a line, empty lines left out. Null gives none.
 *
 * @throws SettingsError where the file cannot be read or is too long. The message has no password in it.
 */
export function readPasswords(file: string | null): string[] {
  if (file === null) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingsError(`the file of passwords cannot be read: ${file}`);
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const passwords = [...new Set(lines.filter((line) => line !== ''))];
  if (passwords.length > MAX_PASSWORDS)
    throw new SettingsError(`the file of passwords has more than ${MAX_PASSWORDS} lines: ${file}`);
  return passwords;
}
