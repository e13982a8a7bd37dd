/** docs/tables.md: every table and column, from schemas/. */
import { type Column, type Columns, type ColumnType, type Table, tables } from '../../schemas/index.ts'
import { athenaType } from '../../src/tables/ddl.ts'

const INTRODUCTION = `# Tables

<!-- Generated from schemas/ by npm run docs. Edit the schemas, not this page. -->

What each column says, in which unit, and what null means in it. The same declarations give the TypeScript types, the
validator, the Parquet files and the tables in DuckDB and Athena.

- \`_id\` an identifier; \`_code\` a code from a public list; \`_count\` a number of things
- \`_at\` an instant in UTC; \`_on\` a date or range as far as it is known, in EDTF (ISO 8601-2)
- \`_min\`, \`_max\` the first and last calendar date that such a date allows
- \`_start\`, \`_end\` offsets: Unicode code points from 0, \`_end\` exclusive, so that
  \`text = substr(body, text_start + 1, text_end - text_start)\` holds in SQL and \`body[text_start:text_end]\` in Python, with \`title\` for \`body\` where \`span_field\` says so
- \`_basis\` whether a value was stated or worked out

Dates are calendar dates, timestamps have microseconds and are UTC, elements of a list are never null.
`

export function tablesPage(): string {
  return [INTRODUCTION, contents(), ...Object.values(tables).map(section)].join('\n')
}

function contents(): string {
  const lines = Object.values(tables).map(({ name, meaning }) => `| [${name}](#${name}) | ${meaning} |`)
  return ['| table | holds |', '|---|---|', ...lines, ''].join('\n')
}

function section(table: Table): string {
  const key = table.primaryKey.map(name => `\`${name}\``).join(', ')
  const references = (table.references ?? []).map(({ column, table, key }) => `\`${column}\` → \`${table}.${key}\``)
  return [
    `## ${table.name}`,
    '',
    `${table.meaning}. Key: ${key}.${references.length > 0 ? ` Refers to: ${references.join(', ')}.` : ''}`,
    '',
    '| column | type | meaning | null means | example |',
    '|---|---|---|---|---|',
    ...columnLines(table.columns, ''),
    '',
  ].join('\n')
}

/** One line a column, and under it one for each field of a struct: `actors[].name`. */
function columnLines(columns: Columns, path: string): readonly string[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const { type } = column
    const cells = [`\`${path}${name}\``, typeText(type), meaning(column), column.nullMeans ?? '', example(column)]
    return [`| ${cells.map(cell).join(' | ')} |`, ...fieldLines(type, path + name)]
  })
}

function fieldLines(type: ColumnType, path: string): readonly string[] {
  if (type.kind === 'list') return fieldLines(type.of, `${path}[]`)
  return type.kind === 'struct' ? columnLines(type.fields, `${path}.`) : []
}

function typeText(type: ColumnType): string {
  if (type.kind === 'list') return `list of ${typeText(type.of)}`
  return type.kind === 'struct' || type.kind === 'code' ? type.kind : athenaType(type)
}

function meaning({ type, meaning }: Column): string {
  return type.kind === 'code' ? `${meaning}. One of: ${type.values.join(', ')}` : meaning
}

function example({ example, type }: Column): string {
  if (Array.isArray(example) && example.length === 0) return ''
  return `\`${type.kind === 'list' || type.kind === 'struct' ? JSON.stringify(example) : String(example)}\``
}

const cell = (text: string) => text.replaceAll('|', '\\|')
