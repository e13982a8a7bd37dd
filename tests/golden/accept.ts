/** `npm run golden:accept [case...]`: the only writer of golden files. Refuses under CI. */
import { rmSync, writeFileSync } from 'node:fs'
import { acceptedRows, actualPath, caseNames, currentRows, rowsPath } from './cases.ts'

if (process.env.CI) {
  console.error('expected a person to accept golden rows, but CI is set')
  process.exit(2)
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !caseNames.includes(name))
if (unknown.length > 0) {
  console.error(`expected cases among ${caseNames.join(', ')}; there is no ${unknown.join(', ')}`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : caseNames) {
  const rows = currentRows(name)
  const before = acceptedRows(name)
  if (rows !== before) writeFileSync(rowsPath(name), rows)
  rmSync(actualPath(name), { force: true })
  console.error(`${name}: ${before === null ? 'new' : rows === before ? 'unchanged' : 'changed'}`)
}
