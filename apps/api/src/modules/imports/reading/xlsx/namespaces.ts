/** The names of the format's elements and relationships, in its transitional and its strict dialect. */

export type Namespaces = ReadonlySet<string>;

export const SPREADSHEET: Namespaces = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

export const PACKAGE_RELATIONSHIPS: Namespaces = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);

/** Of the attributes that name a relationship, and of the types of relationships. */
export const RELATIONSHIPS: Namespaces = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** In which newer programs write what older ones may pass over. */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
