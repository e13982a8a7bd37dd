import {
  boolean,
  code,
  date,
  double,
  int32,
  int64,
  list,
  optional,
  required,
  string,
  struct,
  table,
  timestamp,
} from '../../schemas/column.ts'

const person = struct({
  name: required(string, 'Name', 'x'),
  role: optional(string, 'Role', 'none', 'x'),
  aliases: required(list(string), 'Other names', []),
})

/** Every column type, never null and perhaps null, and lists and structs in each other. */
export const everyType = table({
  name: 'every_type',
  meaning: 'One row per nothing',
  primaryKey: ['a_string'],
  columns: {
    a_string: required(string, 'String', 'x'),
    b_string: optional(string, 'String', 'none', 'x'),
    a_code: required(code(['yes', 'no']), 'Code', 'yes'),
    b_code: optional(code(['yes', 'no']), 'Code', 'none', 'yes'),
    a_int32: required(int32, 'Integer', 1),
    b_int32: optional(int32, 'Integer', 'none', 1),
    a_int64: required(int64, 'Integer', 1),
    b_int64: optional(int64, 'Integer', 'none', 1),
    a_double: required(double, 'Number', 1),
    b_double: optional(double, 'Number', 'none', 1),
    a_boolean: required(boolean, 'Boolean', true),
    b_boolean: optional(boolean, 'Boolean', 'none', true),
    a_date: required(date, 'Date', '2024-01-01'),
    b_date: optional(date, 'Date', 'none', '2024-01-01'),
    a_timestamp: required(timestamp, 'Instant', '2024-01-01T00:00:00Z'),
    b_timestamp: optional(timestamp, 'Instant', 'none', '2024-01-01T00:00:00Z'),
    a_list: required(list(string), 'List', []),
    b_list: optional(list(int32), 'List', 'none', []),
    a_struct: required(person, 'Struct', { name: 'x', role: null, aliases: [] }),
    b_struct: optional(person, 'Struct', 'none', { name: 'x', role: null, aliases: [] }),
    a_people: required(list(person), 'List of structs', []),
    b_people: optional(list(person), 'List of structs', 'none', []),
  },
})
