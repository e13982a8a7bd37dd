import packageJson from '../../package.json' with { type: 'json' }

/** Version of the program, as it is published. */
export const programVersion: string = packageJson.version
