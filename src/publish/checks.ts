/** What must hold in a lake before any of it is published. */
import { tables } from '../../schemas/index.ts'
import { checkSpans } from '../lake/checks.ts'
import { rowsOf, type Warehouse } from '../lake/warehouse.ts'

export interface CheckResult {
  /** What must hold. */
  readonly name: string
  readonly violations: number
}

interface Check {
  readonly name: string
  /** SQL that gives one number, `violations`. */
  readonly sql: string
}

const checks: readonly Check[] = [
  ...Object.values(tables).map(({ name, primaryKey: [key] }) => ({
    name: `${name}: ${key} is unique`,
    sql: `SELECT count(*) - count(DISTINCT ${key}) AS violations FROM ${name}`,
  })),
  ...Object.values(tables).flatMap(({ name, references = [] }) =>
    references.map(({ column, table, key }) => ({
      name: `${name}: ${column} is a ${key} of ${table}`,
      sql: `SELECT count(*) AS violations FROM ${name} AS r LEFT JOIN ${table} AS t ON t.${key} = r.${column} WHERE r.${column} IS NOT NULL AND t.${key} IS NULL`,
    })),
  ),
]

/** Keys and references of every table, and every span against its text. */
export async function runChecks(warehouse: Warehouse): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, sql } of checks) {
    const [row] = await rowsOf(warehouse, sql)
    results.push({ name, violations: Number(row?.violations) })
  }
  const spans = await checkSpans(warehouse)
  return [
    ...results,
    ...spans.map(({ span, violations }) => ({ name: `${span} stands where its offsets say`, violations })),
  ]
}
