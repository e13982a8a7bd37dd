/** How a function of `lambdas/` becomes one file, and each of its threads another. Shared with what measures and tests the bundle. */

export const bundleOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  /**
   * CommonJS ways that libraries in the bundle still rely on: parquet-wasm finds its `.wasm` file beside `__dirname`. The minifier
   * does not see these names, so they are longer than any it makes.
   */
  banner: [
    "import{createRequire as bannerRequire}from'node:module'",
    "import{fileURLToPath as bannerPath}from'node:url'",
    'const require=bannerRequire(import.meta.url),__filename=bannerPath(import.meta.url),__dirname=bannerPath(new URL(".",import.meta.url))',
  ].join(';'),
}

/** What esbuild is told about a thread: CommonJS, so that libraries of both kinds need no help. */
export const threadOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: bundleOptions.target,
  'main-fields': bundleOptions.mainFields.join(),
  minify: true,
} as const

/** The file of a thread beside its function. */
export const threadFile = (entry: `${string}.ts`): string => entry.replace(/\.ts$/, '.cjs')
