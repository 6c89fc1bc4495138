/** How many random pages a property tries: few beside the other tests, as many as wanted with `RUNS=100000` (`npm run test:long`). */
export const runs = Number(process.env['RUNS'] ?? 150);
