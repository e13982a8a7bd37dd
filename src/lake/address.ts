/** Where a lake is, as a person names it. */

/** Whether it is named by an address in the cloud, not by a folder. */
export const isInCloud = (place: string): boolean => place.startsWith('s3://')
