/**
 * Documents of a few words with a reader of their own, for tests of what happens to rows. Each line is an article:
 * an address or none, then its body; every word of the body is a quote, and every word after `#` a comment.
 */

import type { DocumentReader } from '../../src/lake/inbox-object.ts'
import { plainArticle } from '../../src/segment/plain-text.ts'
import type { DocumentRows } from '../../src/tables/rows.ts'
import { documentRows, type ExtractedArticle } from '../../src/tables/rows.ts'
import type { Article, Facts, FieldSpan } from '../../src/types.ts'

/** A line that makes the reader crash. */
export const CRASH = '!'

export function processTiny(bytes: Uint8Array, facts: Facts): DocumentRows {
  const text = new TextDecoder().decode(bytes)
  if (text === CRASH) throw new RangeError('the reader is at a loss')
  const page = { text, mediaType: 'text/plain', charset: 'utf-8' }
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return documentRows(bytes, facts, { outcome: 'read', page, issues: [] }, lines.map(readLine))
}

/** The same as a thread of documents does it. */
export const readTiny: DocumentReader = async (bytes, facts) => processTiny(bytes, facts)

export const tiny = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))

function readLine(line: string): ExtractedArticle {
  const [, url = null, body = '', comments = ''] = /^(https?:\S+ )?([^#]*)(?:#(.*))?$/.exec(line) ?? []
  const said = body.trim()
  const article: Article = {
    ...plainArticle(said, 'ar'),
    authors: ['سلمى'],
    url: url?.trim() ?? null,
    comments: words(comments).map(({ start, end }) => ({
      author: null,
      text: comments.slice(start, end),
      postedText: null,
      likeCount: null,
      language: null,
      parent: null,
      source: { start, end },
    })),
  }
  return {
    article,
    findings: {
      publication: { value: null, basis: null, evidence: [] },
      times: [],
      posted: article.comments.map(() => null),
      quotes: words(said).map(({ start, end }) => ({
        kind: 'direct',
        content: { field: 'body', start, end },
        cue: null,
        speaker: null,
        mention: null,
        via: null,
        venue: null,
        addressee: null,
        said: null,
        attribution: 'none_found',
        confidence: 1,
        ruleId: 'test/word',
      })),
      events: [],
    },
  }
}

const words = (text: string): FieldSpan[] =>
  [...text.matchAll(/\S+/g)].map(match => ({ field: 'body', start: match.index, end: match.index + match[0].length }))
