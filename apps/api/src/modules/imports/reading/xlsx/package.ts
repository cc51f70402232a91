import { posix } from 'node:path';
import type { Archive } from '../archive';
import { attribute, readXml } from './xml';

export interface Relationship {
  id: string;
  /** The last word of its type's address, which is the same in both dialects of the format: `worksheet`. */
  type: string;
  /** The part it leads to, from the root of the package. */
  target: string;
}

/** Where the format keeps what a part leads to. */
export const partOfRelationships = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** What a part (`''` is the package) leads to inside the file; links to the outside are not followed. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  const file = part === '' ? '_rels/.rels' : partOfRelationships(part);
  if (!archive.has(file)) return found;
  await readXml(await archive.stream(file), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: posix.basename(attribute(attributes, 'Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part || 'x'), target),
      });
    },
  });
  return found;
}

export interface WorkbookPart {
  sheets: { name: string; relationship: string }[];
  /** Days are counted from 1904, as on early Macintoshes. */
  from1904: boolean;
}

/** Undefined where the part is not a workbook's. */
export async function readWorkbookPart(archive: Archive, part: string): Promise<WorkbookPart | undefined> {
  const workbook: WorkbookPart = { sheets: [], from1904: false };
  let root: string | undefined;
  await readXml(await archive.stream(part), {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr') {
        workbook.from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      } else if (name === 'sheet') {
        workbook.sheets.push({
          name: attribute(attributes, 'name') ?? '',
          relationship: attribute(attributes, 'id') ?? '',
        });
      }
    },
  });
  return root === 'workbook' ? workbook : undefined;
}
