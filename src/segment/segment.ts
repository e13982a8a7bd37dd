import type { Article, Block, Facts, Page } from '../types.ts'

/** Page → its articles; none when the page holds no article. */
export function segment(page: Page, facts: Facts): readonly Article[] {
  const [first = '', ...rest] = page.text.split('\n').filter(line => line.trim() !== '')
  const blocks: Block[] = []
  let at = 0
  for (const line of rest) {
    blocks.push({ kind: 'paragraph', start: at, end: at + line.length })
    at += line.length + 1
  }
  return [
    {
      title: first,
      subtitle: null,
      authors: [],
      translators: [],
      sourceCredits: [],
      siteName: facts.siteName ?? null,
      url: facts.url ?? null,
      language: 'ar',
      publicationLines: [],
      body: rest.join('\n'),
      blocks,
      statedCommentCount: null,
      comments: [],
    },
  ]
}
