/** What must hold in a lake before any of it is published: each check is one query that counts violations. */
import { type TableName, tables } from '../../schemas/index.ts'
import { rowsOf, type Warehouse } from '../lake/warehouse.ts'

export interface Check {
  readonly name: string
  /** SQL that gives one number, `violations`. */
  readonly sql: string
}

export interface CheckResult extends Check {
  readonly violations: number
}

/** Columns of text with offsets, and the columns that hold these. */
const spans: readonly { readonly table: TableName; readonly text: string; readonly at: string }[] = [
  { table: 'quotes', text: 'text', at: 'text' },
  { table: 'quotes', text: 'cue', at: 'cue' },
  { table: 'quotes', text: 'speaker_mention', at: 'mention' },
  { table: 'events', text: 'trigger', at: 'trigger' },
  { table: 'events', text: 'sentence', at: 'sentence' },
]

/** All checks, in the order in which they run. */
export const checks: readonly Check[] = [
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
  ...spans.map(({ table, text, at }) => ({
    name: `${table}: ${text} stands where its offsets say`,
    sql: `SELECT count(*) AS violations FROM ${table} AS r JOIN articles AS a ON a.article_id = r.article_id WHERE r.${text} IS NOT NULL AND NOT coalesce(r.${text} = substr(CASE WHEN r.span_field = 'title' THEN a.title ELSE a.body END, r.${at}_start + 1, r.${at}_end - r.${at}_start), false)`,
  })),
]

export async function runChecks(warehouse: Warehouse): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = []
  for (const check of checks) {
    const [row] = await rowsOf(warehouse, check.sql)
    results.push({ ...check, violations: Number(row?.violations) })
  }
  return results
}
