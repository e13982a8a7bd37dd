import { type Call, CHECK_FAILED, command, DONE, jsonOption } from '../command.ts'

const options = { json: jsonOption } as const

export const verify = command({
  name: 'verify',
  summary: 'Check a release, or a download of one, against its manifest',
  usage: 'DIR|URL',
  takes: { atLeast: 1, atMost: 1 },
  details: [
    'Every file is read and hashed. In a folder, files that the manifest does not know are found, too. Exit code 1 when something is missing, changed or too many.',
  ],
  options,
  examples: [
    { command: 'presslake verify lake/releases/2026.10.0', says: 'Check a folder' },
    { command: 'presslake verify https://data.example/releases/2026.10.0', says: 'Check what a server gives' },
  ],
  run: runVerify,
})

async function runVerify({ arguments: [place = ''], options: { json }, streams: { out, err } }: Call<typeof options>) {
  const [{ filesAt }, { verifyRelease }] = await Promise.all([
    import('../release-place.ts'),
    import('../../publish/verify.ts'),
  ])
  const { manifest, files } = await verifyRelease(filesAt(place))
  const bad = files.filter(({ problem }) => problem !== null)
  if (json) await out.write(`${JSON.stringify({ version: manifest.version, profile: manifest.profile, files })}\n`)
  else {
    const summary = `release ${manifest.version}, ${manifest.profile}: ${files.length} files, ${bad.length} with problems`
    await err.write(`${[...bad.map(({ path, problem }) => `${path}: ${problem}`), summary].join('\n')}\n`)
  }
  return bad.length > 0 ? CHECK_FAILED : DONE
}
