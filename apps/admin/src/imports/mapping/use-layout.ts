import type { ImportMapping } from '@fieldlab/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf, request } from '../../providers/http';

/** A file of any layout as it was looked at. */
export interface Layout {
  isWorkbook: boolean;
  sheets: { name: string; headerRow: number; columns: { heading: string; samples: string[] }[] }[];
  mapping: ImportMapping;
}

export interface LayoutDesk {
  /** There while its columns are to be chosen. */
  found: Layout | undefined;
  /** Whether the file is being looked at, so that nobody is told a refusal that a layout may answer. */
  isLooking: boolean;
  open: () => void;
  close: () => void;
}

/** Looks at a file whose sheets are none of ours, or that somebody wants to say the columns of. */
export function useLayout(file: File | undefined, refusal: unknown): LayoutDesk {
  const [asked, setAsked] = useState<File | undefined>(undefined);
  const isForeign = isAboutFile(refusal);
  const isWanted = file !== undefined && (asked === file || isForeign);
  const { data, isFetching } = useQuery({
    queryKey: ['import-layout', file?.name, file?.size, file?.lastModified],
    queryFn: () => {
      const body = new FormData();
      if (file) body.append('file', file);
      return request<Layout>('POST', '/imports/layouts', { body, isUntold: true });
    },
    enabled: isWanted,
    retry: false,
    staleTime: Infinity,
  });
  const hasColumns = data?.sheets.some(({ columns }) => columns.length > 0) === true;
  return {
    found: isWanted && hasColumns ? data : undefined,
    isLooking: isWanted && isFetching,
    open: () => setAsked(file),
    close: () => setAsked(undefined),
  };
}

const isAboutFile = (error: unknown): boolean => {
  if (!error) return false;
  const { status, faults } = refusalOf(error);
  return status === 400 && faults.some(({ path }) => path === 'file');
};
