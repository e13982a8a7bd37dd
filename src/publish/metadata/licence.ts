/** `LICENSE-DATA.md`: what may be done with a release. */
import { MOST_QUOTED } from '../profiles.ts'
import { licenceOf, type Release } from './release.ts'

export function licenceNote(release: Release): string {
  const { details } = release
  const licence = licenceOf(release)
  const contact = details.contact ?? 'the publisher named above'
  const takedown = `To have something corrected or taken down, write to ${contact} with the article_id or the address of the article.`
  const body = licence
    ? [
        `The selection, the structure, the annotations and the figures of this release are licensed under the`,
        `[${licence.title}](${licence.url}) licence (${licence.id}).`,
        '',
        `Titles and quotations belong to those who wrote or said them. They are given as quotations, with their source,`,
        `at most ${MOST_QUOTED} characters each, and no licence to them is granted. The texts of the articles, and what`,
        'readers wrote, are not part of this release. Names of readers are replaced; do not try to find out who they are.',
      ]
    : [
        'This release holds whole texts of articles and comments. They belong to those who wrote or published them, and no',
        'licence to them is granted. It is meant for people who hold the rights, or whom the law allows to use the texts.',
        'Do not pass it on.',
      ]
  return [`# Licence of the data`, '', `Published by ${details.creator}.`, '', ...body, '', takedown, ''].join('\n')
}
