/**
 * Page dumps of many layouts, written for this purpose: outlets, people and events are invented. `NAME.json` beside `NAME.txt`
 * says what the page holds. Headings, paragraphs and texts of comments are given by the numbers of their lines.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageVocabulary } from '../../src/languages/index.ts'
import { segment } from '../../src/segment/segment.ts'
import type { Article } from '../../src/types.ts'

const folder = join(import.meta.dirname, 'pages')
const names = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .map(name => name.slice(0, -'.txt'.length))

test('there are cases', () => expect(names.length).toBeGreaterThan(30))

describe.each(names)('%s', name => {
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
  const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

  test('gives its articles', () => {
    const articles = segment(
      { text, mediaType: 'text/plain', charset: 'utf-8' },
      { sourceKey: name, revision: '1' },
      pageVocabulary,
    )
    expect(articles.map(article => shown(article, text.split('\n')))).toEqual(expected.articles)
  })
})

/** An article as the cases have it: only what is there, lines by their numbers. */
function shown(article: Article, lines: readonly string[]) {
  const numberOf = (line: string) => {
    const at = lines.findIndex(other => other.trim() === line)
    return at < 0 ? line : at + 1
  }
  const blocks = (kind: string) =>
    article.blocks
      .filter(block => block.kind === kind)
      .map(({ start, end }) => numberOf(article.body.slice(start, end)))
  const comments = article.comments.map(({ text, language: _, source: __, ...comment }) => ({
    ...comment,
    text: text.split('\n').map(numberOf),
  }))
  const all = {
    title: article.title,
    subtitle: article.subtitle,
    authors: article.authors,
    translators: article.translators,
    sourceCredits: article.sourceCredits,
    siteName: article.siteName,
    language: article.language,
    publication: article.publicationLines.map(({ kind, text }) => `${kind}: ${text}`),
    headings: blocks('heading'),
    paragraphs: blocks('paragraph'),
    statedCommentCount: article.statedCommentCount,
    comments,
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}
