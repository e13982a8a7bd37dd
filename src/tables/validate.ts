/** Rows against the tables they are for. */
import type { Column, Columns, ColumnType, Table } from '../../schemas/index.ts'

export interface Problem {
  /** Where: `actors[1].role`. Empty for the row itself. */
  readonly column: string
  readonly expected: string
  readonly came: string
}

const INT32 = { min: -(2 ** 31), max: 2 ** 31 - 1 }

/** What is wrong with a row, in the order of the columns; empty when nothing is. Never throws, whatever the row is. */
export function validateRow(table: Table, row: unknown): readonly Problem[] {
  return fieldProblems(table.columns, row, '')
}

/** A problem as one line: «expected …, came …, at …». */
export function problemText({ column, expected, came }: Problem): string {
  return `expected ${expected}, came ${came}${column === '' ? '' : `, at ${column}`}`
}

/** Problems of a row or struct. `path` is its own, empty for a row. */
function fieldProblems(columns: Columns, value: unknown, path: string): readonly Problem[] {
  if (!isRecord(value)) return [{ column: path, expected: 'an object', came: describe(value) }]
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const declared = Object.entries(columns).flatMap(([name, column]) =>
    Object.hasOwn(value, name)
      ? columnProblems(column, value[name], at(name))
      : [{ column: at(name), expected: columnText(column), came: 'nothing' }],
  )
  const unknown = Object.keys(value)
    .filter(name => !Object.hasOwn(columns, name))
    .map(name => ({ column: at(name), expected: 'no such column', came: describe(value[name]) }))
  return [...declared, ...unknown]
}

function columnProblems(column: Column, value: unknown, path: string): readonly Problem[] {
  if (value === null && column.nullMeans !== undefined) return []
  return valueProblems(column.type, value, path)
}

function valueProblems(type: ColumnType, value: unknown, path: string): readonly Problem[] {
  if (type.kind === 'struct' && isRecord(value)) return fieldProblems(type.fields, value, path)
  if (type.kind === 'list' && Array.isArray(value)) {
    return Array.from(value, (item, i) => valueProblems(type.of, item, `${path}[${i}]`)).flat()
  }
  return isValue(type, value) ? [] : [{ column: path, expected: typeText(type), came: describe(value) }]
}

function isValue(type: ColumnType, value: unknown): boolean {
  switch (type.kind) {
    case 'string':
      // No file of UTF-8 can hold half a surrogate pair: it would silently come back as U+FFFD.
      return typeof value === 'string' && value.isWellFormed()
    case 'code':
      return typeof value === 'string' && type.values.includes(value)
    case 'int32':
      return Number.isInteger(value) && (value as number) >= INT32.min && (value as number) <= INT32.max
    case 'int64':
      return Number.isSafeInteger(value)
    case 'double':
      return Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isDate(value)
    case 'timestamp':
      return typeof value === 'string' && isTimestamp(value)
    case 'list':
    case 'struct':
      return false
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,6})?Z$/

/** A day that exists, years 0001 to 9999. */
function isDate(text: string): boolean {
  if (!DATE.test(text) || text.startsWith('0000')) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function isTimestamp(text: string): boolean {
  const [, day, hour, minute, second] = TIMESTAMP.exec(text) ?? []
  return day !== undefined && isDate(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
}

function columnText({ type, nullMeans }: Column): string {
  return nullMeans === undefined ? typeText(type) : `${typeText(type)} or null`
}

function typeText(type: ColumnType): string {
  switch (type.kind) {
    case 'string':
      return 'Unicode text'
    case 'code':
      return `one of ${type.values.join(', ')}`
    case 'int32':
      return `a whole number from ${INT32.min} to ${INT32.max}`
    case 'int64':
      return `a whole number within ±${Number.MAX_SAFE_INTEGER}`
    case 'double':
      return 'a finite number'
    case 'boolean':
      return 'true or false'
    case 'date':
      return 'a calendar date YYYY-MM-DD'
    case 'timestamp':
      return 'an instant YYYY-MM-DDThh:mm:ss[.ffffff]Z'
    case 'list':
      return 'a list'
    case 'struct':
      return 'an object'
  }
}

const SHOWN = 40

/** The value as a message shows it, shortened. */
function describe(value: unknown): string {
  if (typeof value === 'string') {
    const characters = Array.from(value.slice(0, 2 * SHOWN + 2))
    return JSON.stringify(characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : value)
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'bigint') return `the BigInt ${value}`
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
