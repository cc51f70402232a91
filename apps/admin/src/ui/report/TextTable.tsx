import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { Block, Inline } from '@fieldlab/report-text';
import type { ReactNode } from 'react';
import { Sideways } from '../page/Sideways';

interface TextTableProps {
  table: Extract<Block, { kind: 'table' }>;
  cell: (content: readonly Inline[]) => ReactNode;
}

/** A table in a report's text; where there is no room for it, it scrolls by itself. */
export function TextTable({ table: { alignments, rows }, cell }: TextTableProps) {
  const [head = [], ...body] = rows;
  const cells = (row: readonly Inline[][]): ReactNode =>
    row.map((content, column) => (
      <TableCell key={column} align={alignments[column] ?? 'left'}>
        {cell(content)}
      </TableCell>
    ));
  return (
    <Sideways label={head.map(wordsOf).join(', ')} mb={4}>
      <Table size="small">
        <TableHead>
          <TableRow>{cells(head)}</TableRow>
        </TableHead>
        <TableBody>
          {body.map((row, index) => (
            <TableRow key={index}>{cells(row)}</TableRow>
          ))}
        </TableBody>
      </Table>
    </Sideways>
  );
}

const wordsOf = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return 'content' in inline ? wordsOf(inline.content) : ' ';
    })
    .join('');
