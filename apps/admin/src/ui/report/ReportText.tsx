import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import type { TextFigure } from '@fieldlab/domain';
import { blocksOf, type Block, type Inline } from './markdown';

type Show = (figure: TextFigure) => ReactNode;

/** A report's text as it is read; how a figure in it looks is its reader's business. */
export function ReportText({ text, show }: { text: string; show: Show }) {
  return (
    <Box sx={{ maxWidth: '75ch', fontSize: '1rem', lineHeight: 1.65 }}>
      {blocksOf(text).map((block, index) => (
        <BlockText key={index} block={block} show={show} />
      ))}
    </Box>
  );
}

function BlockText({ block, show }: { block: Block; show: Show }) {
  if (block.kind === 'heading')
    return (
      <Typography
        variant={block.level === 2 ? 'h2' : 'h3'}
        component={block.level === 2 ? 'h2' : 'h3'}
        sx={{ mt: 6, mb: 2 }}
      >
        <Inlines content={block.content} show={show} />
      </Typography>
    );
  if (block.kind === 'paragraph')
    return (
      <Box component="p" sx={{ mt: 0, mb: 4 }}>
        <Inlines content={block.content} show={show} />
      </Box>
    );
  return (
    <Box component={block.isNumbered ? 'ol' : 'ul'} sx={{ mt: 0, mb: 4, pl: 6 }}>
      {block.items.map((item, index) => (
        <li key={index}>
          <Inlines content={item} show={show} />
        </li>
      ))}
    </Box>
  );
}

function Inlines({ content, show }: { content: readonly Inline[]; show: Show }): ReactNode {
  return content.map((inline, index) => {
    if (inline.kind === 'text') return <Fragment key={index}>{inline.text}</Fragment>;
    if (inline.kind === 'figure') return <Fragment key={index}>{show(inline.figure)}</Fragment>;
    const within = <Inlines content={inline.content} show={show} />;
    return inline.kind === 'strong' ? <strong key={index}>{within}</strong> : <em key={index}>{within}</em>;
  });
}
