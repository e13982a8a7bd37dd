import { anyLakeOption, type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'

const options = {
  lake: { ...anyLakeOption, meaning: 'The lake whose release a version means' },
  profile: { type: 'string', value: 'open|full', meaning: 'The profile that a version means', default: 'open' },
  json: jsonOption,
} as const

export const verify = command({
  name: 'verify',
  summary: 'Check a release, or a download of one, against its manifest',
  usage: 'VERSION|DIR|URL',
  takes: { atLeast: 1, atMost: 1 },
  details: [
    'Every file is read and hashed. In a folder or a bucket, files that the manifest does not know are found, too. Exit code 1 when something is missing, changed or too many, and when the release was withdrawn.',
  ],
  options,
  examples: [
    { command: 'presslake verify lake/releases/2026.10.0', says: 'Check a folder' },
    { command: 'presslake verify https://data.example/releases/2026.10.0', says: 'Check what a server gives' },
    {
      command: 'presslake verify 2026.10.0 --lake s3://presslake-prod-lake-123456789012-eu-central-1',
      says: 'Check a release of a deployed lake where it lies',
    },
  ],
  run: runVerify,
})

async function runVerify({
  arguments: [place = ''],
  options: { lake, profile: asked, json },
  streams,
}: Call<typeof options>) {
  const [{ placeOf, profileOf }, { releasesOfLake }, { verifyRelease }, { noticeText, readNotice }] = await Promise.all(
    [
      import('../release-place.ts'),
      import('../with-lake.ts'),
      import('../../publish/verify.ts'),
      import('../../publish/notice.ts'),
    ],
  )
  const profile = profileOf(asked)
  const found = await releasesOfLake({ lake, profile }, streams, async releases => {
    const { files, prefix } = placeOf(place, releases, profile)
    return (await readNotice(files, prefix)) ?? verifyRelease(files, prefix)
  })
  if ('withdrawn_at' in found) {
    if (json) await streams.out.write(`${JSON.stringify({ ...found, files: [] })}\n`)
    else await streams.err.write(`${noticeText(found)}\n`)
    return CHECK_FAILED
  }
  const { manifest, files } = found
  const bad = files.filter(({ problem }) => problem !== null)
  if (json)
    await streams.out.write(`${JSON.stringify({ version: manifest.version, profile: manifest.profile, files })}\n`)
  else {
    const summary = `release ${manifest.version}, ${manifest.profile}: ${files.length} files, ${bad.length} with problems`
    await streams.err.write(`${[...bad.map(({ path, problem }) => `${path}: ${problem}`), summary].join('\n')}\n`)
  }
  return bad.length > 0 ? CHECK_FAILED : DONE
}
