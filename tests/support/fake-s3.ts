/** An S3 that answers as the real one does, over the SDK's own HTTP port. Two keys a page. */
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

interface Stored {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly version: string
}

const MODIFIED = 'Wed, 20 Mar 2024 08:00:00 GMT'
const PAGE = 2

export interface FakeS3 {
  readonly client: S3Client
  /** What was asked, as `GET /bucket/key`. */
  readonly calls: string[]
  /** Objects by path, `/bucket/key`. */
  readonly objects: Map<string, Stored>
  /** Answers to give, in order, before any real one: a status and an error code. */
  readonly failures: { readonly status: number; readonly code: string }[]
}

export function fakeS3(): FakeS3 {
  const objects = new Map<string, Stored>()
  const calls: string[] = []
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
    const failure = failures.shift()
    if (failure) return error(failure.status, failure.code)
    if (query['list-type'] === '2') return answer(200, listing(path, query))
    if (method === 'PUT') {
      if (headers['if-none-match'] === '*' && objects.has(path)) return error(412, 'PreconditionFailed')
      objects.set(path, { bytes: await toBytes(body), headers, version: `v${++versions}` })
      return answer(200, '', { etag: '"e"' })
    }
    if (method === 'DELETE') {
      objects.delete(path)
      return answer(204)
    }
    const object = objects.get(path)
    if (!object) return method === 'HEAD' ? answer(404) : error(404, 'NoSuchKey')
    const metadata = Object.fromEntries(
      Object.entries(object.headers).filter(([name]) => name.startsWith('x-amz-meta-')),
    )
    return answer(200, method === 'HEAD' ? '' : object.bytes, {
      ...metadata,
      'content-length': String(object.bytes.length),
      'content-type': object.headers['content-type'] ?? 'application/octet-stream',
      'last-modified': MODIFIED,
      'x-amz-version-id': object.version,
    })
  }

  function listing(bucket: string, query: NonNullable<Sent['query']>): string {
    const root = bucket.endsWith('/') ? bucket : `${bucket}/`
    const prefix = String(query.prefix ?? '')
    const keys = [...objects.keys()]
      .filter(path => path.startsWith(root + prefix))
      .map(path => path.slice(root.length))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    const from = Number(query['continuation-token'] ?? 0)
    const page = keys.slice(from, from + PAGE)
    const more = from + PAGE < keys.length
    const contents = page.map(key => {
      const size = objects.get(root + key)?.bytes.length
      const named = encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')
      return `<Contents><Key>${named}</Key><Size>${size}</Size><LastModified>2024-03-20T08:00:00.000Z</LastModified></Contents>`
    })
    const token = more ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : ''
    return `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${contents.join('')}${token}</ListBucketResult>`
  }

  const client = new S3Client({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    requestHandler: { handle: (request: unknown) => handle(request as Sent) } as never,
  })
  return { client, calls, objects, failures }
}

async function toBytes(body: unknown): Promise<Uint8Array> {
  if (body === undefined || body === null) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return Buffer.concat(await collect(body as AsyncIterable<Uint8Array>))
}
