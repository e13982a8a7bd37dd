/** Ids of the rows of one article. */
import { pipelineVersion } from '../version.ts'
import { makeId } from './ids.ts'

/** What every row of an article carries, and the ids of its child rows. */
export interface ArticleKeys {
  /** The columns that tie a child row to one state of its article. */
  readonly article: { readonly article_id: string; readonly revision: string }
  /** Id of a child row, from its prefix (q, e, c), what it is, and its place among the rows of its table. */
  child(prefix: string, kind: string, ordinal: number): string
}

interface Origin {
  readonly documentId: string
  readonly sourceKey: string
  readonly revision: string
  /** Canonical address of the article, null when none is known. */
  readonly url: string | null
  /** Place of the article in its document. */
  readonly ordinal: number
}

/** The URL identifies an article where there is one, so that it may move between files; else its place in the inbox. */
export function articleKeys({ documentId, sourceKey, revision, url, ordinal }: Origin): ArticleKeys {
  const article_id = url === null ? makeId('a', 'key', sourceKey, ordinal) : makeId('a', 'url', url)
  return {
    article: { article_id, revision },
    child: (prefix, kind, ordinal) => makeId(prefix, article_id, documentId, pipelineVersion, kind, ordinal),
  }
}
