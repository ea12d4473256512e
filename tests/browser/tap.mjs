// Tests that speak TAP.

let count = 0;
let failed = 0;

// One test: it has passed when there are no problems.
export function report(name, problems) {
  count++;
  failed += problems.length ? 1 : 0;
  console.log(`${problems.length ? 'not ok' : 'ok'} ${count} - ${name}`);
  for (const problem of problems.slice(0, 10)) console.log(`# ${problem}`);
  if (problems.length > 10) console.log(`# and ${problems.length - 10} more`);
}

export function finish() {
  console.log(`1..${count}`);
  process.exit(failed ? 1 : 0);
}
