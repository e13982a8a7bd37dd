/** The environment of a function → typed settings, once, at its cold start. Nothing else in `lambdas/` reads it. */

/** The value of each variable, by the name given to it here. A variable that is missing is an error that names it. */
export function settingsFrom<const V extends Readonly<Record<string, string>>>(
  variables: V,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): { readonly [K in keyof V]: string } {
  const entries = Object.entries(variables).map(([name, variable]) => {
    const value = environment[variable]
    if (!value) throw new Error(`expected the environment variable ${variable}, found none`)
    return [name, value]
  })
  return Object.freeze(Object.fromEntries(entries))
}
