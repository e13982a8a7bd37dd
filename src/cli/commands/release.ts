import { anyLakeOption, type Call, command, jsonOption } from '../command.ts'

const options = {
  lake: anyLakeOption,
  profile: {
    type: 'string',
    value: 'open|full',
    meaning: 'What may be passed on to everybody, or everything',
    default: 'open',
  },
  version: { type: 'string', value: 'VERSION', meaning: 'Such as 2026.10.0; by default the next of this month' },
  date: { type: 'string', value: 'DATE', meaning: 'The day of publication; by default today' },
  'dry-run': { type: 'boolean', meaning: 'Only show what would be written' },
  json: jsonOption,
} as const

export const release = command({
  name: 'release',
  summary: 'Write the tables of a lake as a release that never changes',
  usage: '',
  takes: { atLeast: 0, atMost: 0 },
  details: [
    'A release is a folder releases/VERSION/ with Parquet files, a manifest with the hash of every file, what changed since the release before and why, descriptions for catalogues (Data Package, Croissant, schema.org), a citation, a licence and a page. releases/latest.json then names it.',
    'The open profile has no texts of articles and comments, quotations of at most 300 characters with their source, and pseudonyms for readers. The full profile has everything and lies in releases-full/, in the cloud of the lake bucket, which nothing serves. Title, creator and contact are taken from release.json in the lake.',
    'The same lake, version and date give the same bytes. Nothing is written when a check of the lake fails.',
    'In the cloud, the tables are copied to the temporary folder of this machine first, as they were at one moment, whatever is merged meanwhile. That scans every table once, also with --dry-run.',
  ],
  options,
  examples: [
    { command: 'presslake release --dry-run', says: 'See what would be written' },
    { command: 'presslake release', says: 'Write the next release' },
    {
      command: 'presslake release --version 2026.10.0 --date 2026-10-05',
      says: 'Make that release again, from the same lake elsewhere',
    },
    {
      command: 'presslake release --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'Publish from a deployed lake, with the policy for publishers',
    },
  ],
  run: runRelease,
})

async function runRelease({ options: asked, streams }: Call<typeof options>) {
  const [{ profileOf }, { publishing }, { showRelease }] = await Promise.all([
    import('../release-place.ts'),
    import('../publishing.ts'),
    import('../make-release.ts'),
  ])
  const profile = profileOf(asked.profile)
  const options = { ...asked, profile, dryRun: asked['dry-run'] }
  return publishing({ lake: asked.lake, profile }, streams, lake => showRelease(lake, options, streams))
}
