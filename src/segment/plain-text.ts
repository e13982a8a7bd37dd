/** A text without a page around it → the article that it is. */
import type { Article, Block } from '../types.ts'

/** An article of nothing but a body, every line a paragraph. `language`: BCP 47, null when it cannot be told. */
export const plainArticle = (body: string, language: string | null): Article => ({
  title: null,
  subtitle: null,
  authors: [],
  translators: [],
  sourceCredits: [],
  siteName: null,
  url: null,
  language,
  publicationLines: [],
  body,
  blocks: paragraphs(body),
  statedCommentCount: null,
  comments: [],
})

function paragraphs(body: string): readonly Block[] {
  let start = 0
  return body.split('\n').map(line => {
    const block: Block = { kind: 'paragraph', start, end: start + line.length }
    start = block.end + 1
    return block
  })
}
