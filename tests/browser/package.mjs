// Reads a Data Package with the library of those who made the format: its description, each cell by the type and the
// constraints of its column, and each line's case study.
//
//   node tests/browser/package.mjs FOLDER [CASES OUTCOMES PARTNERS ADOPTIONS]
//
// Prints what is wrong, a line each; nothing when all is well and the tables have so many lines.
import datapackage from 'datapackage';

const [folder, ...lines] = process.argv.slice(2);
const { Package } = datapackage;

async function problemsOf(resource, expected) {
  try {
    const rows = await resource.read({ relations: true });
    return expected && rows.length !== Number(expected) ? [`${rows.length} lines, not ${expected}`] : [];
  } catch (error) {
    return error.errors?.length ? error.errors.map(String) : [String(error)];
  }
}

const read = await Package.load(`${folder}/datapackage.json`);
for (const error of read.errors) console.log(`datapackage.json: ${error}`);
for (const [number, resource] of read.resources.entries()) {
  for (const problem of await problemsOf(resource, lines[number])) console.log(`${resource.name}: ${problem}`);
}
