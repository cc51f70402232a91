interface Names {
  one: string;
  many: string;
  fields: Readonly<Record<string, string>>;
}

/** The names of kinds of records, as the catalogue of texts has them. */
export const named = (
  kinds: Readonly<Record<string, Names>>,
): Record<string, { name: string; fields: Readonly<Record<string, string>> }> =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { one, many, fields }]) => [
      kind,
      { name: `${one} |||| ${many}`, fields },
    ]),
  );
