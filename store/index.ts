export { type ArtifactStore, openStore, sweepStore } from './artifact-store.ts';
export { readJson, readJsonLines, writeJsonLines } from './json-lines.ts';
export { openShelf, type RecordShelf } from './record-shelf.ts';
