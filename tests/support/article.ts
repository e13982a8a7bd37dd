/** Articles for tests: a title, and a body of one paragraph a line; lines that begin with # are headings. */
import { extract } from '../../src/extract/extract.ts'
import { packFor } from '../../src/languages/index.ts'
import { plainArticle } from '../../src/segment/plain-text.ts'
import type { Article, Block, Facts, Findings, Quote, SpanField } from '../../src/types.ts'

export const facts: Facts = { sourceKey: 'test.txt', revision: '1' }

export function articleOf(text: string, { title = null, language = 'ar' }: ArticleOptions = {}): Article {
  const blocks: Block[] = []
  const lines = text.split('\n')
  let start = 0
  const body = lines.map(line => line.replace(/^# /u, '')).join('\n')
  for (const line of lines) {
    const heading = line.startsWith('# ')
    const end = start + line.length - (heading ? 2 : 0)
    blocks.push({ kind: heading ? 'heading' : 'paragraph', start, end })
    start = end + 1
  }
  return { ...plainArticle(body, language), title, blocks }
}

export interface ArticleOptions {
  readonly title?: string | null
  readonly language?: string
}

export function findingsOf(text: string, options: ArticleOptions = {}): Findings {
  return extract(articleOf(text, options), facts, packFor(options.language ?? 'ar'))
}

/** A quote with its spans cut out of the article. */
export interface ShownQuote {
  readonly content: string
  readonly kind: Quote['kind']
  readonly cue: string | null
  readonly speaker: string | null
  readonly mention: string | null
  readonly rule: string
  readonly quote: Quote
}

export function quotesOf(text: string, options: ArticleOptions = {}): readonly ShownQuote[] {
  const article = articleOf(text, options)
  const fields: Record<SpanField, string> = { title: article.title ?? '', body: article.body }
  return extract(article, facts, packFor(options.language ?? 'ar')).quotes.map(quote => {
    const { content, cue, mention } = quote
    const cut = (span: { readonly start: number; readonly end: number }) =>
      fields[content.field].slice(span.start, span.end)
    return {
      content: cut(content),
      kind: quote.kind,
      cue: cue && cut(cue),
      speaker: quote.speaker?.name ?? null,
      mention: mention && cut(mention),
      rule: quote.ruleId,
      quote,
    }
  })
}
