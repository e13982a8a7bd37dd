/** How a function of `lambdas/` becomes one file. Shared with what measures and tests the bundle. */

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
