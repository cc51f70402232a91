import type { EditionDocument } from '@fieldlab/domain';

/** What everybody may have of an edition: nothing of single records. */
export function publicDocument({ members: _, auditHead: __, ...document }: EditionDocument): EditionDocument {
  return { ...document, figures: [], readableText: '', text: '' };
}
