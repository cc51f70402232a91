interface Names {
  one: string;
  many: string;
  fields: object;
}

/** The names of kinds of records, as the catalogue of texts has them. */
export const named = <T extends Readonly<Record<string, Names>>>(kinds: T) =>
  // The compiler does not follow the kinds through a list of entries.
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { one, many, fields }]) => [
      kind,
      { name: `${one} |||| ${many}`, fields },
    ]),
  ) as { [K in keyof T]: { name: string; fields: T[K]['fields'] } };
