/** What people query. Views hold nothing and are made anew whenever the program is newer than they are. */
import type { Statement } from './merge.ts'
import { newestFirst } from './state.ts'
import { childNames, publicColumnNames, storedName } from './tables.ts'

/**
 * Which reading shows each article, and which earlier article has the same body. One article may come from several objects:
 * the newest that still holds it shows it. Both are worked out here, from narrow columns, because they depend on what else
 * is in the lake; so they can never go stale.
 */
const currentArticles = `
SELECT article_id, reading_id, deleted_because,
  CASE WHEN deleted_because IS NULL THEN nullif(
    first_value(article_id) OVER (PARTITION BY body_sha256, deleted_because ORDER BY published_min NULLS LAST, article_id),
    article_id
  ) END AS duplicate_of
FROM (
  SELECT article_id, reading_id, deleted_because, body_sha256, published_min,
    row_number() OVER (
      PARTITION BY article_id
      ORDER BY CASE WHEN deleted_because IS NULL THEN 0 ELSE 1 END, ${newestFirst}
    ) AS nth
  FROM articles_stored
) AS ranked
WHERE nth = 1`

const articles = `
SELECT ${publicColumnNames('articles')
  .map(name => (name === 'duplicate_of' || name === 'deleted_because' ? `c.${name}` : `a.${name}`))
  .join(', ')}
FROM articles_stored AS a
JOIN articles_current AS c ON c.article_id = a.article_id AND c.reading_id = a.reading_id`

const documents = `
SELECT ${publicColumnNames('documents').join(', ')}
FROM documents_stored`

/** Statements that make the views, in an order in which each finds what it reads. */
export function viewStatements(): readonly Statement[] {
  return [
    view('articles_current', currentArticles),
    view('documents', documents),
    view('articles', articles),
    ...childNames.map(name =>
      view(
        name,
        `
SELECT ${publicColumnNames(name)
          .map(column => `r.${column}`)
          .join(', ')}
FROM ${storedName(name)} AS r
JOIN articles_current AS c ON c.article_id = r.article_id AND c.reading_id = r.reading_id
WHERE c.deleted_because IS NULL`,
      ),
    ),
  ]
}

const view = (name: string, select: string): Statement => ({
  name: `view ${name}`,
  sql: `CREATE OR REPLACE VIEW ${name} AS${select}`,
})
