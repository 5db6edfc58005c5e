/** A worker for the tests of the queue: does what the job says. */
module.exports = async ({ data }) => {
  switch (data.act) {
    case 'hang':
      for (;;);
    case 'grow': {
      const held = [];
      for (;;) held.push(new Array(1_000_000).fill(held.length));
    }
    case 'die':
      process.exit(3);
      return null;
    case 'full':
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    case 'throw':
      throw new Error('broken');
    default:
      return data.value;
  }
};
