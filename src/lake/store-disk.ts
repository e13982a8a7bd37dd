/** A folder as a store. Files appear by renaming, so that nobody reads half of one. */
import { randomUUID } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { link, mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { OperationalError, UsageError } from '../errors.ts'
import { revisionOf } from './revisions.ts'
import { type PutOptions, type Store, type StoredContent, type StoredObject, TooLarge } from './store.ts'

/** Files that are being written; no object's name may start so. */
const UNFINISHED = '.presslake-'

/** A store in a folder, which is made when the first object is put. */
export function diskStore(folder: string): Store {
  const root = resolve(folder)
  const pathOf = (key: string) => join(root, ...segmentsOf(key))

  async function look(key: string): Promise<BigIntStats | null> {
    const found = await guard(`cannot look at ${key}`, () => stat(pathOf(key), { bigint: true }))
    return found?.isFile() ? found : null
  }

  async function head(key: string): Promise<StoredObject | null> {
    const found = await look(key)
    return found && { key, sizeBytes: Number(found.size), revision: revisionOf(found.mtimeNs) }
  }

  return {
    name: folder,
    head,

    async get(key, { mostBytes = Number.POSITIVE_INFINITY } = {}): Promise<StoredContent | null> {
      const found = await look(key)
      if (!found) return null
      if (found.size > mostBytes) throw new TooLarge({ key, sizeBytes: Number(found.size), version: null })
      const file = await guard(`cannot read ${key}`, () => readFile(pathOf(key)))
      if (!file) return null
      const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length)
      const state = { key, sizeBytes: bytes.length, revision: revisionOf(found.mtimeNs), tag: tagOf(found) }
      return { ...state, bytes, version: null, mediaType: null, metadata: {} }
    },

    async put(key, bytes, options = {}) {
      const path = pathOf(key)
      const attempt = () => write(path, bytes, options)
      try {
        // A second attempt, since somebody may remove the folder when its last file goes, just after it was made here.
        return await attempt().catch(error => (isMissing(error) ? attempt() : Promise.reject(error)))
      } catch (error) {
        throw failure(`cannot write ${key}`, error)
      }
    },

    async *list(prefix) {
      for await (const key of walk(root, '', prefix)) {
        const object = await head(key)
        if (object) yield object
      }
    },

    async delete(key) {
      await guard(`cannot delete ${key}`, () => unlink(pathOf(key)))
      await removeEmpty(dirname(pathOf(key)), root)
    },
  }
}

/** The parts of a key as names of folders and a file; refuses what would leave the folder. */
function segmentsOf(key: string): string[] {
  const segments = key.split('/')
  for (const segment of segments) {
    if (
      segment === '' ||
      segment === '.' ||
      segment === '..' ||
      segment.includes('\0') ||
      segment.startsWith(UNFINISHED)
    )
      throw new UsageError(`expected a key that can be a path below a folder, got ${JSON.stringify(key)}`)
  }
  return segments
}

async function write(path: string, bytes: Uint8Array, options: PutOptions): Promise<'written' | 'exists'> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`)
  try {
    await writeFile(unfinished, bytes)
    if (options.newerThan) await makeNewer(unfinished, options.newerThan)
    if (options.ifNoneMatch) await link(unfinished, path)
    else {
      if (options.ifMatch !== undefined && (await tagAt(path)) !== options.ifMatch) return 'exists'
      await rename(unfinished, path)
    }
    return 'written'
  } catch (error) {
    if (options.ifNoneMatch && codeOf(error) === 'EEXIST') return 'exists'
    throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Every state is a file of its own, which is renamed to its place. */
const tagOf = ({ ino, mtimeNs }: BigIntStats) => `${ino}-${mtimeNs}`

const tagAt = (path: string) =>
  stat(path, { bigint: true }).then(tagOf, error => (isMissing(error) ? null : Promise.reject(error)))

/** Moves the modification time forward until it is later than `revision`: clocks go back, and file systems round. */
async function makeNewer(path: string, revision: string): Promise<void> {
  for (const stepMs of [1, 10, 1000, 2000, 4000]) {
    if (revisionOf((await stat(path, { bigint: true })).mtimeNs) > revision) return
    const later = Number(BigInt(revision) / 1_000_000n) + stepMs
    await utimes(path, later / 1000, later / 1000)
  }
  throw new Error(`the file system keeps no modification time later than ${revision}`)
}

/** Keys of the files below `root`, in the order of their bytes, without the folders that `prefix` rules out. */
async function* walk(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  const entries = await guard(`cannot list ${folder || root}`, () =>
    readdir(join(root, folder), { withFileTypes: true }),
  )
  const named = (entries ?? [])
    .filter(entry => !entry.name.startsWith(UNFINISHED))
    .map(entry => ({ entry, key: folder + entry.name + (entry.isDirectory() ? '/' : '') }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
  for (const { entry, key } of named) {
    if (!key.startsWith(prefix) && !prefix.startsWith(key)) continue
    if (entry.isDirectory()) yield* walk(root, key, prefix)
    else if (key.startsWith(prefix)) yield key
  }
}

/** Removes folders that have become empty, up to the store's own. */
async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    try {
      await rmdir(at)
    } catch {
      return // not empty, or gone already
    }
  }
}

/** Runs `action`; null when the file is not there. */
async function guard<T>(what: string, action: () => Promise<T>): Promise<T | null> {
  try {
    return await action()
  } catch (error) {
    if (isMissing(error)) return null
    throw failure(what, error)
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'

/** Errors that pass by themselves when other programs let go. */
const PASSING = new Set(['EBUSY', 'EMFILE', 'ENFILE', 'EAGAIN'])

function failure(what: string, cause: unknown): Error {
  if (cause instanceof UsageError || cause instanceof OperationalError) return cause
  const retryable = PASSING.has(codeOf(cause) ?? '')
  return new OperationalError(`${what}: ${(cause as Error).message}`, { retryable, cause })
}
