import { COMMENTED_RESOURCES, type CommentedResource } from '@fieldlab/domain';
import { Suspense } from 'react';
import { lazyWithWords } from '../../i18n/later-words';
import { useMay } from '../use-may';

const CommentThread = lazyWithWords(() => import('./CommentThread'));

interface CommentsProps {
  resource: string;
  recordId: string;
  /** Of a round: whose part of it. */
  centreId?: string;
}

const isCommented = (resource: string): resource is CommentedResource =>
  Object.hasOwn(COMMENTED_RESOURCES, resource);

/** What people say about a record; nothing of one that nobody comments on. */
export function Comments({ resource, ...thing }: CommentsProps) {
  const may = useMay();
  if (!isCommented(resource) || !may('comments', 'read')) return null;
  return (
    <Suspense>
      <CommentThread thing={{ resource, ...thing }} />
    </Suspense>
  );
}
