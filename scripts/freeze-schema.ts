/** Writes schemas/released/<major>.json: the schema as it is now published. Refuses what would break its readers. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { breakingChanges, describeSchema } from '../schemas/description.ts'
import { tables } from '../schemas/index.ts'
import { schemaVersion } from '../schemas/version.ts'

const major = schemaVersion.split('.')[0]
const path = join(import.meta.dirname, `../schemas/released/${major}.json`)
const description = describeSchema(tables)
const problems = existsSync(path) ? breakingChanges(JSON.parse(readFileSync(path, 'utf8')).tables, description) : []

if (problems.length > 0) {
  console.error(`These changes need schema version ${Number(major) + 1}.0.0 in schemas/version.ts:`)
  for (const problem of problems) console.error(`  ${problem}`)
  process.exitCode = 1
} else {
  writeFileSync(path, `${JSON.stringify({ version: schemaVersion, tables: description }, null, 2)}\n`)
  console.error(`wrote schemas/released/${major}.json, version ${schemaVersion}`)
}
