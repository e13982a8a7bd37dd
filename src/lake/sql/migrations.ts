/**
 * Numbered changes of the tables, carried out in their order, each once. They only add: the next version of the program must
 * be able to run beside this one. A column that is added later is left out of the tables that change 1 makes.
 */
import type { TableName } from '../../../schemas/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { mergeOrder, migrationsTable, storedColumns, storedTable, takedownsTable } from './tables.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  /** What it adds to a table that is there: Athena fails when it is added again, so that somebody has to look first. */
  readonly adds?: { readonly table: string; readonly column: string }
  /** May be run again when nobody knows whether they were, if what they add is not there. */
  statements(dialect: Dialect): readonly string[]
}

interface AddedColumn {
  readonly number: number
  readonly table: TableName
  readonly column: string
}

/** Columns that came after change 1; append here, never edit. */
const addedColumns: readonly AddedColumn[] = [{ number: 2, table: 'documents', column: 'sidecar_version' }]

/** Every change, in order. */
export function migrationsOf(added: readonly AddedColumn[] = addedColumns): readonly Migration[] {
  return [
    { number: 1, name: 'tables', statements: dialect => firstTables(added).map(table => dialect.createTable(table)) },
    ...added.map(({ number, table, column }) => ({
      number,
      name: `${table}.${column}`,
      adds: { table: storedTable(table).name, column },
      statements: (dialect: Dialect) => {
        const definition = storedColumns(table)[column]
        if (!definition) throw new Error(`expected a column of ${table}, got ${column}`)
        return [dialect.addColumn(storedTable(table).name, column, definition)]
      },
    })),
  ]
}

function firstTables(added: readonly AddedColumn[]) {
  const stored = mergeOrder.map(name => {
    const table = storedTable(name)
    const later = new Set(added.filter(({ table }) => table === name).map(({ column }) => column))
    return { ...table, columns: Object.fromEntries(Object.entries(table.columns).filter(([name]) => !later.has(name))) }
  })
  return [...stored, takedownsTable]
}

/** The table that remembers which changes were carried out. */
export const migrationsStatement = (dialect: Dialect): string => dialect.createTable(migrationsTable)

export const appliedMigrations = 'SELECT number FROM migrations'

/** Its answer has no rows, and every column of the table. */
export const columnsQuery = (table: string): string => `SELECT * FROM ${table} WHERE false`

export const recordMigration = ({ number, name }: Migration): Statement => ({
  name: `record migration ${number}`,
  sql: `MERGE INTO migrations AS t
USING (SELECT ${number} AS number, '${name}' AS name) AS s
ON t.number = s.number
WHEN NOT MATCHED THEN INSERT (number, name) VALUES (s.number, s.name)`,
})
