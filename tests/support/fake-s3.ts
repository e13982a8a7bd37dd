/** An S3 that answers as the real one does, over the SDK's own HTTP port. Two keys a page. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { S3Client } from '@aws-sdk/client-s3'
import { collect } from './collect.ts'

interface Sent {
  readonly method: string
  readonly path: string
  readonly query?: Record<string, string | string[] | null | undefined>
  readonly headers: Record<string, string>
  readonly body?: unknown
}

export interface Stored {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly version: string
  /** ISO instant; that of `MODIFIED` when absent. */
  readonly modified?: string
}

export const MODIFIED = '2024-03-20T08:00:00.000Z'
const PAGE = 2

export interface FakeS3 {
  readonly client: S3Client
  /** One more client of the same S3. */
  readonly another: () => S3Client
  /** What was asked, as `GET /bucket/key`. */
  readonly calls: string[]
  /** Whose bucket each call expected, in the same order. */
  readonly owners: (string | undefined)[]
  /** Objects by path, `/bucket/key`. */
  readonly objects: Map<string, Stored>
  /** Versions that are not what a path holds now: those before, and markers of deletion (`bytes` null), newest first. */
  readonly others: Map<string, readonly (Omit<Stored, 'bytes'> & { readonly bytes: Uint8Array | null })[]>
  /** Answers to give, in order, before any real one: a status and an error code. */
  readonly failures: { readonly status: number; readonly code: string }[]
}

/** `objects` may be those of another one: then both are the same S3. */
export function fakeS3(objects = new Map<string, Stored>()): FakeS3 {
  const others: FakeS3['others'] = new Map()
  const calls: string[] = []
  const owners: FakeS3['owners'] = []
  const failures: FakeS3['failures'] = []
  let versions = 0

  const answer = (statusCode: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) => ({
    response: { statusCode, headers, body: Readable.from([Buffer.from(body)]) },
  })
  const error = (status: number, code: string) =>
    answer(status, `<Error><Code>${code}</Code><Message>${code} happened</Message></Error>`)

  async function handle({ method, path: encoded, query = {}, headers, body }: Sent) {
    const path = decodeURIComponent(encoded)
    calls.push(`${method} ${path}`)
    owners.push(headers['x-amz-expected-bucket-owner'])
    const failure = failures.shift()
    if (failure) return error(failure.status, failure.code)
    if (query['list-type'] === '2') return answer(200, listing(path, query))
    if (query.versions !== undefined) return answer(200, versionListing(path, query))
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && objects.has(path)) return error(412, 'PreconditionFailed')
      const before = objects.get(path)
      if (headers['if-match'] !== undefined && !before) return error(404, 'NoSuchKey')
      if (before && headers['if-match'] !== undefined && headers['if-match'] !== etagOf(before))
        return error(412, 'PreconditionFailed')
      retire(path)
      const stored = { bytes: await toBytes(body), headers, version: `v${++versions}` }
      objects.set(path, stored)
      return answer(200, '', { etag: etagOf(stored) })
    }
    if (method === 'DELETE' && query.versionId !== undefined) {
      deleteVersion(path, String(query.versionId))
      return answer(204)
    }
    if (method === 'DELETE') {
      retire(path)
      objects.delete(path)
      others.set(path, [{ bytes: null, headers: {}, version: `v${++versions}` }, ...(others.get(path) ?? [])])
      return answer(204)
    }
    const object = query.versionId === undefined ? objects.get(path) : versionOf(path, String(query.versionId))
    if (!object) return method === 'HEAD' ? answer(404) : error(404, 'NoSuchKey')
    const { 'x-amz-checksum-sha256': sha256, 'cache-control': cacheControl } = object.headers
    const metadata = Object.fromEntries(
      Object.entries(object.headers).filter(([name]) => name.startsWith('x-amz-meta-')),
    )
    return answer(200, method === 'HEAD' ? '' : object.bytes, {
      ...metadata,
      ...(sha256 && headers['x-amz-checksum-mode'] === 'ENABLED' ? { 'x-amz-checksum-sha256': sha256 } : {}),
      ...(cacheControl ? { 'cache-control': cacheControl } : {}),
      etag: etagOf(object),
      'content-length': String(object.bytes.length),
      'content-type': object.headers['content-type'] ?? 'application/octet-stream',
      'last-modified': new Date(object.modified ?? MODIFIED).toUTCString(),
      'x-amz-version-id': object.version,
    })
  }

  function versionOf(path: string, version: string): Stored | undefined {
    const all = [...[objects.get(path) ?? []].flat(), ...(others.get(path) ?? [])]
    return all.find((one): one is Stored => one.version === version && one.bytes !== null)
  }

  /** What comes to light is the version before it, unless that is a marker. */
  function deleteVersion(path: string, version: string) {
    const now = objects.get(path)
    const rest = (others.get(path) ?? []).filter(one => one.version !== version)
    others.set(path, rest)
    if (now?.version !== version) {
      const [next] = rest
      if (!now && next?.bytes) promote(path)
      return
    }
    objects.delete(path)
    promote(path)
  }

  function promote(path: string) {
    const [next, ...rest] = others.get(path) ?? []
    if (!next?.bytes) return
    objects.set(path, { ...next, bytes: next.bytes })
    others.set(path, rest)
  }

  function retire(path: string) {
    const before = objects.get(path)
    if (before) others.set(path, [before, ...(others.get(path) ?? [])])
  }

  /** Keys below the prefix of a listing, in the order of S3. */
  function keysBelow(paths: Iterable<string>, root: string, query: NonNullable<Sent['query']>): string[] {
    const prefix = String(query.prefix ?? '')
    return [...new Set(paths)]
      .filter(path => path.startsWith(root + prefix))
      .map(path => path.slice(root.length))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  }

  function versionListing(bucket: string, query: NonNullable<Sent['query']>): string {
    const root = rootOf(bucket)
    const all = keysBelow([...objects.keys(), ...others.keys()], root, query).flatMap(key => {
      const now = objects.get(root + key)
      return [...(now ? [now] : []), ...(others.get(root + key) ?? [])].map((one, i) => ({
        key,
        one,
        isLatest: i === 0,
      }))
    })
    const at = all.findIndex(
      ({ key, one }) => key === query['key-marker'] && one.version === query['version-id-marker'],
    )
    const page = all.slice(at + 1, at + 1 + PAGE)
    const last = page.at(-1)
    const entries = page.map(({ key, one: { bytes, version, modified = MODIFIED }, isLatest }) => {
      const element = bytes ? 'Version' : 'DeleteMarker'
      const size = bytes ? `<Size>${bytes.length}</Size>` : ''
      return `<${element}><Key>${named(key)}</Key><VersionId>${version}</VersionId><IsLatest>${isLatest}</IsLatest><LastModified>${modified}</LastModified>${size}</${element}>`
    })
    const more = at + 1 + PAGE < all.length
    const next =
      more && last
        ? `<NextKeyMarker>${named(last.key)}</NextKeyMarker><NextVersionIdMarker>${last.one.version}</NextVersionIdMarker>`
        : ''
    return `<ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${entries.join('')}${next}</ListVersionsResult>`
  }

  function listing(bucket: string, query: NonNullable<Sent['query']>): string {
    const root = rootOf(bucket)
    const keys = keysBelow(objects.keys(), root, query)
    const from = Number(query['continuation-token'] ?? 0)
    const page = keys.slice(from, from + PAGE)
    const more = from + PAGE < keys.length
    const contents = page.map(key => {
      const { bytes, modified = MODIFIED } = objects.get(root + key) as Stored
      return `<Contents><Key>${named(key)}</Key><Size>${bytes.length}</Size><LastModified>${modified}</LastModified></Contents>`
    })
    const token = more ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : ''
    return `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${contents.join('')}${token}</ListBucketResult>`
  }

  const another = () =>
    new S3Client({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      forcePathStyle: true,
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      requestHandler: { handle: (request: unknown) => handle(request as Sent) } as never,
    })
  return { client: another(), another, calls, owners, objects, others, failures }
}

/** As of an object that came in one piece, unless a test says otherwise. */
const etagOf = ({ bytes, headers }: Stored) => headers.etag ?? `"${createHash('md5').update(bytes).digest('hex')}"`

const rootOf = (bucket: string) => (bucket.endsWith('/') ? bucket : `${bucket}/`)
/** A key as a listing spells it. */
const named = (key: string) => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')

async function toBytes(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return Buffer.concat(await collect(body as AsyncIterable<Uint8Array>))
}
