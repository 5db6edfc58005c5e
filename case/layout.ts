import { join } from 'node:path';

/** Where everything of a case lies. The names are fixed: other tools open these files. */
export interface CaseLayout {
  root: string;
  database: string;
  /** What Datasette shows beside the tables of the database. */
  metadata: string;
  lock: string;
  store: string;
  decisions: string;
  /** Samples that were drawn for people to code, a folder each. */
  samples: string;
  exports: string;
  report: string;
}

export function caseLayout(root: string): CaseLayout {
  return {
    root,
    database: join(root, 'case.sqlite'),
    metadata: join(root, 'metadata.json'),
    lock: join(root, 'run.lock'),
    store: join(root, 'store'),
    decisions: join(root, 'decisions.jsonl'),
    samples: join(root, 'samples'),
    exports: join(root, 'export'),
    report: join(root, 'report'),
  };
}
