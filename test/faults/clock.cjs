// Loaded before docwright: the clock of the machine is off by CLOCK_OFFSET milliseconds, and is set once more by as much after CLOCK_READS looks.
const { CLOCK_OFFSET, CLOCK_READS } = process.env;
const { Date: Real } = globalThis;
let reads = 0;

function offset() {
  reads += 1;
  return Number(CLOCK_OFFSET) * (reads > Number(CLOCK_READS) ? -1 : 1);
}

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(Real.now() + offset());
  }

  static now() {
    return Real.now() + offset();
  }
};
