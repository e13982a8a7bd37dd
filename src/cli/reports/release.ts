/** What a release is or would be, in words. */
import type { Manifest } from '../../publish/manifest.ts'
import type { ReleasePlan } from '../../publish/plan.ts'
import type { Publishing } from '../publishing.ts'

/** The plan without what only the program needs. */
export const shownPlan = ({ pointer, previous, finished, ...plan }: ReleasePlan) => ({
  ...plan,
  previous: previous?.manifest.version ?? null,
})

export function planText({ version, profile, rows, previous, checks }: ReleasePlan): readonly string[] {
  return [
    `release ${version}, ${profile}${previous ? `, after ${previous.manifest.version}` : ', the first'}`,
    ...Object.entries(rows).map(([table, count]) => `  ${table.padEnd(10)} ${String(count).padStart(8)} rows`),
    ...checks
      .filter(({ violations }) => violations > 0)
      .map(({ name, violations }) => `check failed: ${name}: ${violations} violations`),
  ]
}

export function resultText(
  { at }: Pick<Publishing, 'at'>,
  { prefix, version }: ReleasePlan,
  written: Manifest | null,
): readonly string[] {
  if (!written) return ['nothing was written']
  const { folder, named } = at(prefix, version)
  const bytes = written.files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    ...changesText(written),
    `wrote ${folder}: ${written.files.length} files, ${bytes} bytes`,
    `check it with: presslake verify ${named}`,
  ]
}

function changesText({ changes }: Manifest): readonly string[] {
  const counts = Object.entries(changes?.tables ?? {}).filter(
    ([, { added, changed, removed }]) => added + changed + removed,
  )
  if (!changes) return []
  if (counts.length === 0) return [`nothing changed since ${changes.from}`]
  return counts.map(
    ([table, { added, changed, removed }]) => `  ${table}: ${added} added, ${changed} changed, ${removed} removed`,
  )
}
