/** The core from end to end: bytes and facts in, rows out. No clock, network or file; the same input gives the same rows. */
import { extract } from './extract/extract.ts'
import { packFor, pageVocabulary } from './languages/index.ts'
import { readDocument } from './read/document.ts'
import { segment } from './segment/segment.ts'
import { type DocumentRows, documentRows, unreadRows } from './tables/rows.ts'
import type { Facts } from './types.ts'

/** Reads one document and gives its rows for every table: always a `documents` row, whatever the bytes are. */
export function process(bytes: Uint8Array, facts: Facts): DocumentRows {
  const reading = readDocument(bytes, facts)
  if (reading.outcome !== 'read') return unreadRows(bytes, facts, reading)
  const articles = segment(reading.page, facts, pageVocabulary).map(article => ({
    article,
    findings: extract(article, facts, packFor(article.language)),
  }))
  return documentRows(bytes, facts, reading, articles)
}
