import { readFileSync } from 'node:fs';
import { KNOWLEDGE_FILES, parseKnowledge, parseLexicons } from '../../classify/knowledge.ts';
import { type LabelledItem, parseLabelled } from '../../classify/labelled.ts';

function readKnowledgeFiles(): Record<string, string> {
  return Object.fromEntries(KNOWLEDGE_FILES.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** The committed lexicons and model. */
export function committedKnowledge() {
  return parseKnowledge(readKnowledgeFiles());
}

export function committedLexicons() {
  return parseLexicons(readKnowledgeFiles());
}

/** The first `count` items of a file of fixtures/labelled. */
export function labelledItems(group: string, count: number): LabelledItem[] {
  return readFileSync(`fixtures/labelled/${group}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, count)
    .map((line) => parseLabelled(JSON.parse(line), group));
}
