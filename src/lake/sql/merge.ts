/**
 * Staged batches → stored rows. The text names tables, columns and batch ids, all of them ours: no word of a document.
 *
 * A document keeps its newest state. An article keeps, for each object that ever held it, the newest state that held it, and
 * is deleted there when the object's newest state is another one. Children are only added. Articles come last: the views
 * show children of the reading that `articles_stored` names, so that their one statement is the commit.
 */
import { tables } from '../../../schemas/index.ts'
import { UsageError } from '../../errors.ts'
import { isArticleId, isBatchId } from '../keys.ts'
import { isNewer, newestFirst } from './state.ts'
import { type ChildName, childNames, columnNames, idColumn, stagedName, storedName } from './tables.ts'

export interface Statement {
  /** What it does, in a few words. */
  readonly name: string
  readonly sql: string
}

/** Athena takes 262,144 bytes a statement and 1,000 values of an injected partition; this stays far below both. */
export const mostBatches = 500

/** The statements that merge these batches, to be run in their order. Each may be run again at any time. */
export function mergeStatements(batches: readonly string[]): readonly Statement[] {
  if (batches.length === 0 || batches.length > mostBatches)
    throw new UsageError(`expected 1 to ${mostBatches} batches, got ${batches.length}`)
  const among = inList(batches, isBatchId)
  return [
    { name: 'merge documents', sql: mergeDocuments(among) },
    ...childNames.map(name => ({ name: `merge ${name}`, sql: mergeChildren(name, among) })),
    { name: 'merge articles', sql: mergeArticles(stagedArticles(among)) },
  ]
}

function mergeDocuments(batches: string): string {
  const columns = columnNames('documents')
  return `MERGE INTO documents_stored AS t
USING (
  SELECT ${list(columns)}
  FROM (
    SELECT ${list(columns)}, row_number() OVER (PARTITION BY source_key ORDER BY ${newestFirst}) AS nth
    FROM documents_staged
    WHERE batch IN (${batches})
  ) AS ranked
  WHERE nth = 1
) AS s
ON t.source_key = s.source_key
WHEN MATCHED AND ${isNewer('s', 't')} THEN UPDATE SET ${assign(columns.filter(name => name !== 'source_key'))}
WHEN NOT MATCHED THEN INSERT (${list(columns)}) VALUES (${list(columns, 's.')})`
}

/** Rows of one reading are always the same, so that any of several copies will do. */
function mergeChildren(name: ChildName, batches: string): string {
  const columns = columnNames(name)
  const id = idColumn(name)
  return `MERGE INTO ${storedName(name)} AS t
USING (
  SELECT ${list(columns)}
  FROM (
    SELECT ${list(columns)}, row_number() OVER (PARTITION BY ${id}, reading_id ORDER BY batch) AS nth
    FROM ${stagedName(name)}
    WHERE batch IN (${batches}) AND article_id NOT IN (SELECT article_id FROM takedowns)
  ) AS ranked
  WHERE nth = 1
) AS s
ON t.${id} = s.${id} AND t.reading_id = s.reading_id
WHEN NOT MATCHED THEN INSERT (${list(columns)}) VALUES (${list(columns, 's.')})`
}

/** What stays of an article that is gone. */
const remains = ['article_id', 'document_id', 'source_key', 'ordinal', 'revision', 'pipeline_version', 'reading_id']

/** What stands in the other columns then. */
function emptied(column: string): string {
  const { type, nullMeans } = tables.articles.columns[column as keyof typeof tables.articles.columns] as {
    type: { kind: string }
    nullMeans?: string
  }
  if (nullMeans !== undefined) return 'NULL'
  return type.kind === 'list' ? 'ARRAY[]' : '0'
}

/** Whether there is something in a column of a row that should be empty. */
function isFilled(column: string): string {
  const empty = emptied(column)
  return empty === 'NULL' ? `${column} IS NOT NULL` : `${column} <> ${empty}`
}

const articleColumns = columnNames('articles')
const payload = articleColumns.filter(name => !remains.includes(name) && name !== 'deleted_because')
const carried = [...remains, ...payload]

/** Whether a row of `articles_stored` holds more than a tombstone of a takedown does. */
export const isMoreThanTombstone = ["deleted_because IS DISTINCT FROM 'takedown'", ...payload.map(isFilled)].join(
  ' OR ',
)

const stagedArticles = (batches: string) => `
        SELECT ${list(carried)}, 0 AS is_stored
        FROM articles_staged
        WHERE batch IN (${batches})
        UNION ALL`

/** Articles of objects that have moved on, and articles taken down, that still stand as if they were there. */
const overtakenArticles = `
        SELECT ${list(remains, 'a.')}, ${payload.map(name => `${emptied(name)} AS ${name}`).join(', ')}, 1 AS is_stored
        FROM articles_stored AS a
        JOIN documents_stored AS d ON d.source_key = a.source_key
        LEFT JOIN takedowns AS k ON k.article_id = a.article_id
        WHERE (a.deleted_because IS NULL AND d.reading_id <> a.reading_id)
          OR (k.article_id IS NOT NULL AND a.deleted_because IS DISTINCT FROM 'takedown')`

/** Takes the newest state of each article in each object, judges whether it stands, and empties it when it does not. */
const mergeArticles = (staged: string) => `MERGE INTO articles_stored AS t
USING (
  SELECT ${list(remains)},
    ${payload.map(name => `CASE WHEN deleted_because IS NULL THEN ${name} ELSE ${emptied(name)} END AS ${name}`).join(',\n    ')},
    deleted_because
  FROM (
    SELECT ${list(carried, 'f.')},
      CASE WHEN k.article_id IS NOT NULL THEN 'takedown' WHEN d.reading_id <> f.reading_id THEN 'source' END AS deleted_because
    FROM (
      SELECT ${list(carried)},
        row_number() OVER (PARTITION BY article_id, source_key ORDER BY ${newestFirst}, is_stored) AS nth
      FROM (${staged}${overtakenArticles}
      ) AS found
    ) AS f
    JOIN documents_stored AS d ON d.source_key = f.source_key
    LEFT JOIN takedowns AS k ON k.article_id = f.article_id
    WHERE f.nth = 1
  ) AS judged
) AS s
ON t.article_id = s.article_id AND t.source_key = s.source_key
WHEN MATCHED AND (${isNewer('s', 't')} OR (t.reading_id = s.reading_id AND t.deleted_because IS DISTINCT FROM s.deleted_because))
  THEN UPDATE SET ${assign(articleColumns.filter(name => name !== 'article_id' && name !== 'source_key'))}
WHEN NOT MATCHED THEN INSERT (${list(articleColumns)}) VALUES (${list(articleColumns, 's.')})`

/** Judges again what is stored, without any batch: what `takedowns` names goes. */
export const judgeStatement: Statement = { name: 'judge articles', sql: mergeArticles('') }

/** Records standing orders not to show these articles; the next merge carries them out. */
export function recordTakedowns(articleIds: readonly string[]): Statement {
  const values = articleIds.map(id => `(${quoted(id, isArticleId)})`).join(', ')
  return {
    name: 'record takedowns',
    sql: `MERGE INTO takedowns AS t
USING (SELECT DISTINCT article_id FROM (VALUES ${values}) AS v (article_id)) AS s
ON t.article_id = s.article_id
WHEN NOT MATCHED THEN INSERT (article_id) VALUES (s.article_id)`,
  }
}

/**
 * Deletes children that no view can show any more. Safe beside an unfinished merge: what is newer than its article, or
 * has none yet, stays.
 */
export function cleanStatements(): readonly Statement[] {
  return childNames.map(name => {
    const id = idColumn(name)
    return {
      name: `clean ${name}`,
      sql: `MERGE INTO ${storedName(name)} AS t
USING (
  SELECT DISTINCT c.${id}, c.reading_id
  FROM ${storedName(name)} AS c
  JOIN articles_stored AS a ON a.article_id = c.article_id AND (a.source_key = c.source_key OR a.deleted_because = 'takedown')
  WHERE ${isNewer('a', 'c')} OR a.deleted_because = 'takedown' OR (a.deleted_because = 'source' AND a.reading_id = c.reading_id)
) AS s
ON t.${id} = s.${id} AND t.reading_id = s.reading_id
WHEN MATCHED THEN DELETE`,
    }
  })
}

function list(names: readonly string[], of = ''): string {
  return names.map(name => of + name).join(', ')
}

function assign(names: readonly string[]): string {
  return names.map(name => `${name} = s.${name}`).join(', ')
}

function inList(ids: readonly string[], isOurs: (id: string) => boolean): string {
  return ids.map(id => quoted(id, isOurs)).join(', ')
}

/** An id as a literal; refuses whatever does not look as our own ids do. */
export function quoted(id: string, isOurs: (id: string) => boolean): string {
  if (!isOurs(id)) throw new UsageError(`expected an id of ours, got ${JSON.stringify(id)}`)
  return `'${id}'`
}
