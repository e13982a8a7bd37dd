/** A few figures that tell people what a release holds. */
import { type ResultRow, rowsOf, type Warehouse } from '../lake/warehouse.ts'

export interface Figures {
  /** BCP 47, commonest first. */
  readonly languages: readonly string[]
  readonly outlets: number
  /** First and last calendar date on which an article may have been published; null when no date is known. */
  readonly first_day: string | null
  readonly last_day: string | null
  /** Versions of the rules that made the articles, ascending. */
  readonly pipeline_versions: readonly number[]
}

const GIVEN = 'FROM articles WHERE deleted_because IS NULL'

export async function readFigures(warehouse: Warehouse): Promise<Figures> {
  const languages = await rowsOf(
    warehouse,
    `SELECT language, count(*) AS found ${GIVEN} AND language IS NOT NULL GROUP BY language ORDER BY found DESC, language`,
  )
  const versions = await rowsOf(
    warehouse,
    `SELECT pipeline_version ${GIVEN} GROUP BY pipeline_version ORDER BY pipeline_version`,
  )
  const [range] = await rowsOf(
    warehouse,
    `SELECT count(DISTINCT site_name) AS outlets, min(published_min) AS first_day, max(published_max) AS last_day ${GIVEN}`,
  )
  return {
    languages: languages.map(({ language }) => String(language)),
    outlets: Number(range?.outlets),
    first_day: textOf(range, 'first_day'),
    last_day: textOf(range, 'last_day'),
    pipeline_versions: versions.map(({ pipeline_version }) => Number(pipeline_version)),
  }
}

const textOf = (row: ResultRow | undefined, name: string) => (row?.[name] === null ? null : String(row?.[name]))
