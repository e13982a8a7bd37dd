/** What is left of a release that was withdrawn: a notice that says so. */
import { UsageError } from '../errors.ts'
import { noticeFile, type ReleaseProfile } from '../lake/keys.ts'
import type { Files } from './manifest.ts'

export interface Notice {
  readonly version: string
  readonly profile: ReleaseProfile
  /** ISO instant. */
  readonly withdrawn_at: string
  readonly cause: 'takedown'
}

/** The notice below `prefix`; null when the release was not withdrawn. One that cannot be read is one all the same. */
export async function readNotice(files: Files, prefix: string): Promise<Notice | null> {
  const object = await files.get(prefix + noticeFile)
  if (!object) return null
  const unknown: Notice = { version: 'unknown', profile: 'open', withdrawn_at: 'unknown', cause: 'takedown' }
  try {
    return { ...unknown, ...(JSON.parse(new TextDecoder().decode(object.bytes)) as Partial<Notice>) }
  } catch {
    return unknown
  }
}

/** A sentence without a full stop. */
export const noticeText = ({ version, profile, withdrawn_at }: Notice): string =>
  `release ${version}, ${profile}, was withdrawn at ${withdrawn_at}: something in it was taken down; its data are gone, and its version is not used again`

/** Throws a UsageError that says so when the release below `prefix` was withdrawn. */
export async function refuseWithdrawn(files: Files, prefix: string): Promise<void> {
  const notice = await readNotice(files, prefix)
  if (notice) throw new UsageError(noticeText(notice))
}
