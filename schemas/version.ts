/**
 * Version of the schema, as published with every release of the data. Major: a column went or changed what it means;
 * minor: something was added; patch: wording.
 */
export const schemaVersion = '1.0.0'
