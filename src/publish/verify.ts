/** A download against its manifest. */
import { UsageError } from '../errors.ts'
import type { Store } from '../lake/store.ts'
import { sha256 } from '../tables/ids.ts'
import { checksumsFile, type Files, type Manifest, manifestFile, type ReleasedFile, readManifest } from './manifest.ts'

export interface VerifiedFile {
  readonly path: string
  /** What was expected and what came; null when the file is as published. */
  readonly problem: string | null
}

export interface Verification {
  readonly manifest: Manifest
  /** In the order of the manifest; then what is not in it. */
  readonly files: readonly VerifiedFile[]
}

/**
 * Hashes every file of a release. Where the files can be listed, one that the manifest does not know is a problem too.
 * Throws a UsageError when there is no manifest.
 */
export async function verifyRelease(files: Files & Partial<Pick<Store, 'list'>>, prefix = ''): Promise<Verification> {
  const manifest = await readManifest(files, prefix)
  if (!manifest) throw new UsageError(`expected a release with ${manifestFile} in ${files.name}, found none`)
  const checked: VerifiedFile[] = []
  for (const file of manifest.files) checked.push({ path: file.path, problem: await fileProblem(files, prefix, file) })
  checked.push({ path: checksumsFile, problem: await checksumsProblem(files, prefix, manifest) })
  const known = new Set([manifestFile, ...checked.map(({ path }) => path)])
  for await (const { key } of files.list?.(prefix) ?? []) {
    const path = key.slice(prefix.length)
    if (!known.has(path)) checked.push({ path, problem: 'expected no such file, it is not in the manifest' })
  }
  return { manifest, files: checked }
}

async function fileProblem(files: Files, prefix: string, { path, bytes, sha256: expected }: ReleasedFile) {
  if (!/^[\w-]+(?:[./][\w-]+)*$/.test(path)) return 'expected a path below the release'
  const object = await files.get(prefix + path)
  if (!object) return 'expected the file, it is not there'
  if (object.bytes.length !== bytes) return `expected ${bytes} bytes, came ${object.bytes.length}`
  const came = sha256(object.bytes)
  return came === expected ? null : `expected SHA-256 ${expected}, came ${came}`
}

/** The checksums are made from the manifest and its bytes, so they are compared as a whole. */
async function checksumsProblem(files: Files, prefix: string, { files: listed }: Manifest): Promise<string | null> {
  const object = await files.get(prefix + checksumsFile)
  if (!object) return 'expected the file, it is not there'
  const manifest = await files.get(prefix + manifestFile)
  const same = new TextDecoder().decode(object.bytes) === checksums(listed, sha256(manifest?.bytes ?? ''))
  return same ? null : 'expected the hashes of the manifest, came others'
}

/** Lines of `sha256sum`, the manifest's last. */
export function checksums(files: readonly ReleasedFile[], manifest_sha256: string): string {
  return [...files, { path: manifestFile, sha256: manifest_sha256 }]
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
}
