import { join } from 'node:path';

/** Where everything of a case lies. The names are fixed: other tools open these files. */
export interface CaseLayout {
  root: string;
  database: string;
  lock: string;
  store: string;
  decisions: string;
  exports: string;
  report: string;
}

export function caseLayout(root: string): CaseLayout {
  return {
    root,
    database: join(root, 'case.sqlite'),
    lock: join(root, 'run.lock'),
    store: join(root, 'store'),
    decisions: join(root, 'decisions.jsonl'),
    exports: join(root, 'export'),
    report: join(root, 'report'),
  };
}
