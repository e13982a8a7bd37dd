/** The rows of the release before, beside those of a release that is read from its beginning to its end. */
import type { TableName } from '../../schemas/index.ts'
import { OperationalError } from '../errors.ts'
import { compareKeys } from '../lake/keys.ts'
import type { DecodedRow } from '../tables/arrow-rows.ts'

/** What is kept of a row. */
export interface RowBefore {
  readonly key: string
  readonly hashes: Buffer
  /** The document or article that it comes from. */
  readonly origin: string
}

/**
 * By which rows that may have the same key stand together, in an order that all releases share. Articles have none: they stand
 * by date, which may change. So all of theirs are kept, and of the other tables those of one document or article.
 */
const groupOf: Readonly<Record<TableName, (row: DecodedRow) => string>> = {
  documents: ({ source_key }) => String(source_key),
  articles: () => '',
  quotes: ({ article_id }) => String(article_id),
  events: ({ article_id }) => String(article_id),
  comments: ({ article_id }) => String(article_id),
}

export interface RowsBefore {
  /** Gives the row with this key to a row that comes now, once; undefined when there was none. */
  take(row: DecodedRow, key: string): Promise<RowBefore | undefined>
  /** Those that no row asked for, in their order; to be called last. */
  rest(): Promise<readonly RowBefore[]>
}

export function rowsBefore(
  name: TableName,
  rows: AsyncIterable<DecodedRow>,
  keep: (row: DecodedRow) => RowBefore,
): RowsBefore {
  const iterator = rows[Symbol.asyncIterator]()
  const untaken: RowBefore[] = []
  /** Those of one group that nobody has asked for yet. */
  const open = new Map<string, RowBefore>()
  let group: string | null = null
  let next: { readonly group: string; readonly row: RowBefore } | null | undefined

  async function advance(): Promise<void> {
    const { done, value } = await iterator.next()
    next = done ? null : { group: groupOf[name](value), row: keep(value) }
    if (next && group !== null && compareKeys(next.group, group) < 0) {
      const message = `expected ${name} of the release before in their order, found ${next.group} after ${group}`
      throw new OperationalError(message, { retryable: false })
    }
  }

  function close(): void {
    untaken.push(...open.values())
    open.clear()
  }

  /** Opens the group, after everything that stands before it; all of the rest for null. */
  async function openGroup(wanted: string | null): Promise<void> {
    if (next === undefined) await advance()
    if (group !== wanted) close()
    while (next && (wanted === null || compareKeys(next.group, wanted) <= 0)) {
      if (next.group !== group) close()
      group = next.group
      open.set(next.row.key, next.row)
      await advance()
    }
    if (group !== wanted) close()
  }

  return {
    async take(row, key) {
      await openGroup(groupOf[name](row))
      const found = open.get(key)
      open.delete(key)
      return found
    },
    async rest() {
      await openGroup(null)
      return untaken
    },
  }
}
