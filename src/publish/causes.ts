/** Why a row of a release differs from the release before. */
import type { TableName } from '../../schemas/index.ts'
import type { DecodedRow } from '../tables/arrow-rows.ts'
import type { Change } from './changes-table.ts'
import { type ReleaseAt, rowsOfRelease } from './release-rows.ts'

/** The document or article that a row comes from. */
export const originOf = (table: TableName, row: DecodedRow): string =>
  String(table === 'documents' ? row.source_key : row.article_id)

export type CauseOf = (table: TableName, origin: string) => Change['cause']

interface Reading {
  readonly documentId: unknown
  readonly pipelineVersion: unknown
}

/**
 * A row differs because its article was taken down, or because other rules read the same bytes, or else because of the
 * source: the document is new, has changed or is gone, or other things were told beside it.
 */
export async function causesBetween(
  before: ReleaseAt,
  after: ReleaseAt,
  takenDown: ReadonlySet<string>,
): Promise<CauseOf> {
  const [readBefore, readAfter] = [await readings(before), await readings(after)]
  const documentBefore = await articleDocuments(before)
  const documentOf = new Map([...documentBefore, ...(await articleDocuments(after))])
  const emptied = new Set([...takenDown].flatMap(id => documentBefore.get(id) ?? []))
  return (table, origin) => {
    const sourceKey = table === 'documents' ? origin : (documentOf.get(origin) ?? '')
    if (takenDown.has(origin)) return 'takedown'
    // A document goes with the last of its articles that was taken down.
    if (table === 'documents' && emptied.has(origin) && !readAfter.has(origin)) return 'takedown'
    const [was, is] = [readBefore.get(sourceKey), readAfter.get(sourceKey)]
    const sameBytes = was !== undefined && is !== undefined && was.documentId === is.documentId
    return sameBytes && was.pipelineVersion !== is.pipelineVersion ? 'pipeline' : 'source'
  }
}

async function readings(release: ReleaseAt): Promise<ReadonlyMap<string, Reading>> {
  const found = new Map<string, Reading>()
  for await (const { source_key, document_id, pipeline_version } of rowsOfRelease(release, 'documents'))
    found.set(String(source_key), { documentId: document_id, pipelineVersion: pipeline_version })
  return found
}

async function articleDocuments(release: ReleaseAt): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for await (const { article_id, source_key } of rowsOfRelease(release, 'articles'))
    found.set(String(article_id), String(source_key))
  return found
}
