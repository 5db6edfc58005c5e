import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import {
  type ParsedSources,
  PolicyFileError,
  type PolicySources,
  parseSources,
  type RuleText,
} from '../policy/index.ts';
import { PROJECT_ROOT } from './project.ts';

const LIBRARY = join(PROJECT_ROOT, 'policy/library');
const FACTS = join(PROJECT_ROOT, 'policy/facts.yaml');
const MEASURES = join(PROJECT_ROOT, 'policy/measures.yaml');

/** Policies, claims and the wish for a counterfactual, as a person names them. */
export interface PolicySettings {
  /** Ids of the library, or files of one's own. */
  policies: string[];
  claimsFile: string | null;
  counterfactual: boolean;
}

function readText(path: string, what: string): RuleText {
  try {
    return { name: basename(path), text: readFileSync(path, 'utf8') };
  } catch {
    throw new SettingsError(`${what} cannot be read: ${path}`);
  }
}

/** Ids of the policies that the tool ships. */
export function libraryIds(): string[] {
  return readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

function readPolicy(name: string): RuleText {
  if (libraryIds().includes(name)) return readText(join(LIBRARY, `${name}.yaml`), 'policy');
  if (/[./\\]/.test(name)) return readText(name, 'policy file');
  throw new SettingsError(`there is no policy ${name}; \`policy list\` names them, or give a file`);
}

/**
 * Reads the files and tries them, so that a fault stops a run before it begins.
 *
 * @throws SettingsError with one line: what is missing, or file, line, column and what is wrong there.
 */
export function loadPolicies(settings: PolicySettings): { sources: PolicySources; parsed: ParsedSources } {
  const { policies, claimsFile, counterfactual } = settings;
  const sources: PolicySources = {
    facts: readText(FACTS, 'facts'),
    measures: readText(MEASURES, 'measures'),
    policies: [...new Set(policies)].map(readPolicy),
    claims: claimsFile === null ? null : readText(claimsFile, 'claims file'),
    counterfactual,
  };
  try {
    return { sources, parsed: parseSources(sources) };
  } catch (error) {
    if (error instanceof PolicyFileError) throw new SettingsError(error.message);
    throw error;
  }
}

/** What a run keeps: null where neither rules nor claims were asked for. */
export function policySources(settings: PolicySettings): PolicySources | null {
  if (settings.policies.length === 0 && settings.claimsFile === null) {
    if (settings.counterfactual) throw new SettingsError('--counterfactual needs a --policy');
    return null;
  }
  return loadPolicies(settings).sources;
}

/** A short hash of everything that can change a finding; `none` without rules. */
export function policyVersion(sources: PolicySources | null): string {
  return sources === null ? 'none' : sha256Hex(JSON.stringify(sources)).slice(0, 12);
}

/** How the rules and claims of a run are named in its manifest and report. */
export function describePolicies(sources: PolicySources | null): Record<string, string> {
  if (sources === null) return {};
  const names = sources.policies.map(({ name }) => name).join(', ');
  return {
    policies: names === '' ? 'none' : names,
    ...(sources.claims === null ? {} : { claims: sources.claims.name }),
    ...(sources.counterfactual ? { counterfactual: 'asked for' } : {}),
  };
}
