import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { CELLS } from '../../classify/answers.ts';
import { calibrateAside, helpCalibrate } from '../../classify/calibration-threads.ts';

/** Items whose scores tell their cell, but for one in ten. */
const BASIS = (() => {
  const cells = Array.from({ length: 600 }, (_, at) => at % CELLS.length);
  const facts = cells.map((cell, at) => {
    const told = Math.floor(at / CELLS.length) % 10 === 0 ? (cell + 1) % CELLS.length : cell;
    return Float32Array.from(CELLS, (_, score) => (score === told ? 0.8 : -0.8));
  });
  return {
    facts,
    cells,
    groups: cells.map((_, at) => `file ${at % 7}`),
    worths: cells.map(() => 1),
  };
})();

test('another thread gives the layers and the thresholds that this one does', () => {
  const here = calibrateAside(BASIS, 1)();
  expect(Object.keys(here.thresholds.verdict)).toHaveLength(6);
  expect(here.calibration.head.weights).toHaveLength(CELLS.length);
  expect(calibrateAside(BASIS, 4)()).toEqual(here);
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  helpCalibrate({ ...BASIS, port: port2, done });
  expect(done[0]).toBe(1);
  expect(receiveMessageOnPort(port1)?.message).toEqual(here);
  port1.close();
});
