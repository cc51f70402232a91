/** The names of a kind of record, as the catalogue of texts has them. */
export const named = <F>({ one, many, fields }: { one: string; many: string; fields: F }) => ({
  name: `${one} |||| ${many}`,
  fields,
});
