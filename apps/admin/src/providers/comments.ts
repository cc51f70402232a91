import { unwrap, type Schemas } from '@fieldlab/api-client';
import type { CommentedResource } from '@fieldlab/domain';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { api } from './api';
import { withHttpErrors } from './http';

export type Comment = Schemas['Comment'];
export type CommentPerson = Schemas['CommentPerson'];
/** What is commented on; of a round the part of one centre. */
export interface CommentedThing {
  resource: CommentedResource;
  recordId: string;
  centreId?: string;
}

const KEY = 'comments';
const PER_PAGE = 20;

/** The thread about something, the newest first, a page after the other. */
export const useThread = (thing: CommentedThing) =>
  useInfiniteQuery({
    queryKey: [KEY, thing],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      withHttpErrors(
        unwrap(
          api.GET('/api/v1/comments', {
            params: { query: { ...thing, page: pageParam, perPage: PER_PAGE } },
            signal,
          }),
        ),
      ),
    getNextPageParam: ({ total }, _pages, page) => (page * PER_PAGE < total ? page + 1 : undefined),
    retry: false,
  });

/** Whom a comment may name, by words of the name; nobody is asked for without `q`. */
export const useCommentReaders = (
  thing: CommentedThing,
  q: string | undefined,
): UseQueryResult<Schemas['CommentReaders']> =>
  useQuery({
    queryKey: ['comment-readers', thing, q],
    queryFn: ({ signal }) =>
      withHttpErrors(
        unwrap(
          api.GET('/api/v1/comment-readers', {
            params: { query: { ...thing, ...(q ? { q } : {}) } },
            signal,
          }),
        ),
      ),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });

interface Written {
  text: string;
  mentions: string[];
}

/** What one does in a thread; it is read again after that. */
export function useCommentActions(thing: CommentedThing) {
  const client = useQueryClient();
  const done = async (pending: Promise<unknown>): Promise<void> => {
    await withHttpErrors(pending);
    await client.invalidateQueries({ queryKey: [KEY, thing] });
  };
  const at = ({ id, version }: Comment) => ({ path: { id }, header: { 'If-Match': `"${version}"` } });
  return {
    post: (written: Written, key: string) =>
      done(
        unwrap(
          api.POST('/api/v1/comments', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...thing, ...written },
          }),
        ),
      ),
    change: (comment: Comment, written: Written) =>
      done(unwrap(api.PATCH('/api/v1/comments/{id}', { params: at(comment), body: written }))),
    withdraw: (comment: Comment) =>
      done(unwrap(api.DELETE('/api/v1/comments/{id}', { params: at(comment) }))),
  };
}
