// Loaded before docwright: makes the n-th change of the file system below a folder fail, or kills the process there.
//   FAULT_KIND   kill (before the change), torn (in the middle of a write), or the code of an error
//   FAULT_AT     which change, from 1; 0 for none
//   FAULT_BELOW  the folder
//   FAULT_COUNT  a file that is given the number of changes at the end
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { threadId } = require('node:worker_threads');

const { FAULT_KIND, FAULT_AT, FAULT_BELOW, FAULT_COUNT } = process.env;
const write = fs.writeFileSync;
let count = 0;

function fail(name, path) {
  const error = new Error(`${FAULT_KIND}: ${name} '${path}'`);
  throw Object.assign(error, { code: FAULT_KIND, syscall: name, path });
}

for (const name of ['writeFileSync', 'renameSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'linkSync', 'copyFileSync']) {
  const original = fs[name];
  fs[name] = (path, ...more) => {
    if (!String(path).startsWith(FAULT_BELOW)) return original(path, ...more);
    count += 1;
    if (count !== Number(FAULT_AT)) return original(path, ...more);
    if (FAULT_KIND === 'torn' && name === 'writeFileSync') write(path, String(more[0]).slice(0, String(more[0]).length / 2));
    if (FAULT_KIND === 'kill' || FAULT_KIND === 'torn') process.kill(process.pid, 'SIGKILL');
    return fail(name, path);
  };
}
syncBuiltinESMExports();
if (FAULT_COUNT && threadId === 0) process.on('exit', () => write(FAULT_COUNT, String(count)));
