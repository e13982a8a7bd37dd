import { articles } from './articles.ts'
import { comments } from './comments.ts'
import { documents } from './documents.ts'
import { events } from './events.ts'
import { quotes } from './quotes.ts'

export type { ArticleRow } from './articles.ts'
export type { Column, Columns, ColumnType, Row, Table } from './column.ts'
export type { CommentRow } from './comments.ts'
export type { DocumentRow } from './documents.ts'
export type { EventRow } from './events.ts'
export type { QuoteRow } from './quotes.ts'
export { articles, comments, documents, events, quotes }

/** Every table, in the order in which a reader meets them. */
export const tables = { documents, articles, quotes, events, comments } as const

export type TableName = keyof typeof tables
