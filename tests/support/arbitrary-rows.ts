/** Rows of any table, as wild as its declaration allows. */
import fc, { type Arbitrary } from 'fast-check'
import type { Column, Columns, ColumnType, Table } from '../../schemas/index.ts'

/** Any text that UTF-8 can hold: U+0000, right-to-left, beyond U+FFFF, long. U+FEFF never stands first: readers strip it. */
export const text: Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\u0000', 'ﷺ', '😀', 'َ', 'سلام', '\u202e', '\r\n', '"', "'", '\\', '\uffff') }),
    fc.constantFrom('', 'لا'.repeat(40_000)),
  )
  .map(string => string.replace(/^\ufeff+/, ''))

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(time => time.toISOString().slice(0, 10))
const second = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map(time => time.toISOString().slice(0, 19))

function arbitraryValue(type: ColumnType): Arbitrary<unknown> {
  switch (type.kind) {
    case 'string':
      return text
    case 'code':
      return fc.constantFrom(...type.values)
    case 'int32':
      return fc.integer()
    case 'int64':
      return fc.maxSafeInteger()
    case 'double':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'date':
      return day
    case 'timestamp':
      return fc.tuple(second, fc.constantFrom('', '.5', '.123456', '.000001')).map(([at, part]) => `${at}${part}Z`)
    case 'list':
      return fc.array(arbitraryValue(type.of), { maxLength: 4 })
    case 'struct':
      return arbitraryFields(type.fields)
  }
}

function arbitraryColumn({ type, nullMeans }: Column): Arbitrary<unknown> {
  return nullMeans === undefined ? arbitraryValue(type) : fc.option(arbitraryValue(type), { nil: null })
}

const arbitraryFields = (columns: Columns) =>
  fc.record(Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, arbitraryColumn(column)])))

export const arbitraryRow = (table: Table): Arbitrary<Readonly<Record<string, unknown>>> =>
  arbitraryFields(table.columns)
