/** The folder of a release while it is written: every file once, and what was written is remembered. */
import { OperationalError } from '../errors.ts'
import type { PutOptions, Store } from '../lake/store.ts'
import { sha256 } from '../tables/ids.ts'
import type { ReleasedFile } from './manifest.ts'

export interface ReleaseFolder {
  readonly files: readonly ReleasedFile[]
  /** Throws an OperationalError when somebody else writes the same release. */
  put(
    path: string,
    content: Uint8Array | string,
    about: { readonly media_type: string; readonly rows?: number },
  ): Promise<ReleasedFile>
}

/** Opens the folder, without what a release that was never finished left there: it has no manifest, so nobody reads it. */
export async function openFolder(
  store: Store,
  prefix: string,
  options: Pick<PutOptions, 'cacheControl'>,
): Promise<ReleaseFolder> {
  const leftovers: string[] = []
  for await (const { key } of store.list(prefix)) leftovers.push(key)
  for (const key of leftovers) await store.delete(key)

  const files: ReleasedFile[] = []
  return {
    files,
    async put(path, content, about) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const served = { ...options, mediaType: about.media_type }
      if ((await store.put(prefix + path, bytes, { ...served, ifNoneMatch: true })) === 'exists') {
        throw new OperationalError(`another process is writing ${prefix} in ${store.name}`, { retryable: false })
      }
      const file = { path, bytes: bytes.length, sha256: sha256(bytes), ...about }
      files.push(file)
      return file
    },
  }
}
