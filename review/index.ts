export { checkSamples } from './check-samples.ts';
export { describeSample } from './describe-sample.ts';
export { buildDifferences } from './differences.ts';
export { type DrawSettings, drawSample, recordDraw, writeSheet } from './draw-sample.ts';
export { type ReadBack, readBack, recordCodes } from './record-sheets.ts';
