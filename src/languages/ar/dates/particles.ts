/** Terms with the particles that may be written onto their front, for lexicons that must find a term of several words at once. */

export const CONJUNCTIONS = ['و', 'ف'] as const
export const PARTICLES = [...CONJUNCTIONS, 'ب', 'ل', 'ك', 'وب', 'ول', 'فب', 'فل'] as const

export interface Attached {
  readonly form: string
  /** Letters to take off to reach the term. */
  readonly cut: number
  /** Whether one of them is و. */
  readonly joined: boolean
}

/** A folded term after each particle. ل and the article are written لل, of which only what stands before it can be taken off. */
export function withParticles(term: string, particles: readonly string[]): readonly Attached[] {
  return particles.map(particle => {
    const merged = particle.endsWith('ل') && term.startsWith('ال')
    return {
      form: merged ? `${particle}ل${term.slice(2)}` : particle + term,
      cut: merged ? particle.length - 1 : particle.length,
      joined: particle.startsWith('و'),
    }
  })
}
